package dev.packhorse.connectors.server.testing.wire;

import java.time.Duration;

/**
 * How an answer goes out.
 *
 * @param lost the connection closes before the status line
 * @param cutAfter the connection closes after so many bytes of the body; −1 for never
 * @param stallAfter nothing more comes after so many bytes of the body, and the connection stays
 *     open; −1 for never
 * @param piece bytes that go out at once
 * @param pause between two pieces
 */
public record Delivery(boolean lost, long cutAfter, long stallAfter, int piece, Duration pause) {
  public static final Delivery WHOLE = new Delivery(false, -1, -1, 1 << 16, Duration.ZERO);

  public Delivery losing() {
    return new Delivery(true, cutAfter, stallAfter, piece, pause);
  }

  public Delivery cuttingAfter(long bytes) {
    return new Delivery(lost, bytes, stallAfter, piece, pause);
  }

  public Delivery stallingAfter(long bytes) {
    return new Delivery(lost, cutAfter, bytes, piece, pause);
  }

  public Delivery inPieces(int bytes, Duration between) {
    return new Delivery(lost, cutAfter, stallAfter, bytes, between);
  }

  /** Bytes of the body that go out; the whole of it unless a fault says less. */
  long most(long length) {
    long most = length;
    most = cutAfter >= 0 ? Math.min(most, cutAfter) : most;
    return stallAfter >= 0 ? Math.min(most, stallAfter) : most;
  }
}
