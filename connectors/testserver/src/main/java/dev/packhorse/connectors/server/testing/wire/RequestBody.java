package dev.packhorse.connectors.server.testing.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of one request, sized or chunked, which a fault may cut off. */
public final class RequestBody extends InputStream {
  private final InputStream wire;
  private final boolean chunked;
  private final long length;
  private final Runnable wanted;
  private long left;
  private long untilCut = Long.MAX_VALUE;
  private boolean asked;
  private boolean ended;

  /**
   * @param length −1 if the body comes in chunks
   * @param wanted told once, before the first byte is read: a client may wait for that
   */
  RequestBody(InputStream wire, long length, Runnable wanted) {
    this.wire = wire;
    this.chunked = length < 0;
    this.length = length;
    this.left = chunked ? 0 : length;
    this.ended = length == 0;
    this.wanted = wanted;
  }

  /** −1 if the client did not say. */
  public long length() {
    return length;
  }

  /** The connection breaks after so many further bytes of this body. */
  public void cutAfter(long bytes) {
    untilCut = bytes;
  }

  /** Whether there is nothing left to read. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (ended) {
      return -1;
    }
    if (!asked) {
      asked = true;
      wanted.run();
    }
    if (untilCut <= 0) {
      throw new ConnectionCut();
    }
    if (chunked && left == 0 && !nextChunk()) {
      return -1;
    }
    int n = wire.read(into, from, (int) Math.min(most, Math.min(left, untilCut)));
    if (n < 0) {
      throw new EOFException("the client went away inside its request");
    }
    left -= n;
    untilCut -= n;
    if (left == 0) {
      endOfPiece();
    }
    return n;
  }

  private boolean nextChunk() throws IOException {
    String size = Head.line(wire);
    left = Long.parseLong(size.split(";")[0].strip(), 16);
    if (left > 0) {
      return true;
    }
    while (!Head.line(wire).isEmpty()) {
      // Trailers mean nothing here.
    }
    ended = true;
    return false;
  }

  private void endOfPiece() throws IOException {
    if (chunked) {
      Head.line(wire);
    } else {
      ended = true;
    }
  }
}
