package dev.packhorse.connectors.server.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body whose length the head told; one that ends too early is an error, not an end. */
final class SizedBody extends InputStream {
  private final InputStream in;
  private final Closeable connection;
  private long left;

  /**
   * @param length in bytes; -1 if the body ends with the connection
   */
  SizedBody(InputStream in, long length, Closeable connection) {
    this.in = in;
    this.left = length;
    this.connection = connection;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int wanted = left < 0 ? length : (int) Math.min(length, left);
    int count = in.read(target, offset, wanted);
    if (count < 0 && left > 0) {
      throw new EOFException("the connection was closed " + left + " bytes before the end");
    }
    if (left > 0) {
      left -= count;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
