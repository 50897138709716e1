package dev.packhorse.formats.archive;

import static dev.packhorse.formats.archive.LittleEndian.i64;
import static dev.packhorse.formats.archive.LittleEndian.u16;

/** The three numbers that move to the extra field where 32 bits are too few. */
final class Zip64Fields {
  private static final long MOVED = 0xFFFFFFFFL;
  private long size;
  private long storedSize;
  private long local;

  Zip64Fields(long size, long storedSize, long local) {
    this.size = size;
    this.storedSize = storedSize;
    this.local = local;
  }

  /**
   * @param from where the extra field begins in the header
   * @return whether the numbers are possible
   */
  boolean read(byte[] b, int from, int length) {
    if (size != MOVED && storedSize != MOVED && local != MOVED) {
      return true;
    }
    for (int at = from; at + 4 <= from + length; at += 4 + u16(b, at + 2)) {
      int end = at + 4 + u16(b, at + 2);
      if (u16(b, at) == 1 && end <= from + length) {
        return take(b, at + 4, end);
      }
    }
    return true; // a size of exactly 2^32-1 needs no extra field
  }

  private boolean take(byte[] b, int from, int end) {
    int at = from;
    if (size == MOVED && at + 8 <= end) {
      size = i64(b, at);
      at += 8;
    }
    if (storedSize == MOVED && at + 8 <= end) {
      storedSize = i64(b, at);
      at += 8;
    }
    if (local == MOVED && at + 8 <= end) {
      local = i64(b, at);
    }
    return size >= 0 && storedSize >= 0 && local >= 0;
  }

  long size() {
    return size;
  }

  long storedSize() {
    return storedSize;
  }

  long local() {
    return local;
  }
}
