package dev.packhorse.connectors.server.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks, each with its length in front (RFC 9112, section 7.1). */
final class ChunkedBody extends InputStream {
  private final InputStream in;
  private final Closeable connection;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedBody(InputStream in, Closeable connection) {
    this.in = in;
    this.connection = connection;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      next();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the connection was closed in the middle of the answer");
    }
    left -= count;
    return count;
  }

  private void next() throws IOException {
    if (begun && !SocketTransport.line(in).isEmpty()) {
      throw new IOException("a chunk of the answer is longer than it says");
    }
    begun = true;
    String size = SocketTransport.line(in).split(";", 2)[0].strip();
    try {
      left = Long.parseUnsignedLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("the length of a chunk can't be read", e);
    }
    if (left < 0) {
      throw new IOException("a chunk of the answer is too long");
    }
    if (left == 0) {
      ended = true;
      while (!SocketTransport.line(in).isEmpty()) {
        // trailers, which nobody sends
      }
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
