package dev.packhorse.connectors.server.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A piece of a file; closing it leaves the file open. */
final class Slice extends InputStream {
  private final FileChannel file;
  private final long end;
  private long at;

  Slice(FileChannel file, long from, long length) {
    this.file = file;
    this.at = from;
    this.end = from + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == end) {
      return -1;
    }
    int count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, end - at)), at);
    if (count < 0) {
      throw new EOFException("the file became shorter while it was sent");
    }
    at += count;
    return count;
  }
}
