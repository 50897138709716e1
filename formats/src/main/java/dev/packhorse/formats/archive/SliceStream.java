package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file from one position to another. */
final class SliceStream extends InputStream {
  private final FileBytes file;
  private final long end;
  private final long start;
  // Volatile, as progress is looked at from other threads; written once per buffer.
  private volatile long position;

  SliceStream(FileBytes file, long start, long length) {
    this.file = file;
    this.start = start;
    this.position = start;
    this.end = start + length;
  }

  /** Bytes read so far. */
  long consumed() {
    return position - start;
  }

  long remaining() {
    return end - position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    long at = position;
    if (at >= end) {
      return -1;
    }
    int count = file.read(at, target, offset, (int) Math.min(length, end - at));
    position = at + count;
    return count;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, remaining());
  }
}
