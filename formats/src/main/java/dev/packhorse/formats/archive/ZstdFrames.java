package dev.packhorse.formats.archive;

import java.io.IOException;

/**
 * Finds the frame of a zstd file that holds some byte of its contents, by the headers of frames and
 * blocks alone (RFC 8878, section 3.1.1): what was written in many frames can be read from the
 * middle without unpacking all that comes before.
 *
 * @param stored where the frame begins in the file
 * @param raw bytes of the contents before it
 */
record ZstdFrames(long stored, long raw) {
  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int LONGEST_HEADER = 18;
  private static final int RLE = 1;
  private static final int RESERVED = 3;

  /**
   * The last frame that begins at or before a byte of the contents. Where a frame does not say how
   * long it is, or is damaged, that is the last one: whoever unpacks it finds out.
   */
  static ZstdFrames holding(FileBytes file, long offset) throws IOException {
    ZstdFrames here = new ZstdFrames(0, 0);
    while (here.raw < offset) {
      ZstdFrames next = here.next(file);
      if (next == null || next.raw > offset || next.stored >= file.size()) {
        return here;
      }
      here = next;
    }
    return here;
  }

  /** What comes after this frame; null if that can't be told. */
  private ZstdFrames next(FileBytes file) throws IOException {
    int there = (int) Math.min(LONGEST_HEADER, file.size() - stored);
    if (there < 9) {
      return null;
    }
    byte[] head = file.bytes(stored, there);
    int magic = (int) number(head, 0, 4);
    if ((magic & ~0xF) == SKIPPABLE) {
      return new ZstdFrames(stored + 8 + number(head, 4, 4), raw);
    }
    int descriptor = head[4];
    int sizeFlag = descriptor >> 6 & 3;
    boolean single = (descriptor & 0x20) != 0;
    if (magic != MAGIC || sizeFlag == 0 && !single) {
      return null;
    }
    int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
    int at = 5 + (single ? 0 : 1) + dictionary;
    int width = 1 << sizeFlag;
    if (at + width > there) {
      return null;
    }
    long contents = number(head, at, width) + (sizeFlag == 1 ? 256 : 0);
    long end = behindBlocks(file, stored + at + width);
    boolean checksum = (descriptor & 4) != 0;
    return end < 0 ? null : new ZstdFrames(end + (checksum ? 4 : 0), raw + contents);
  }

  private static long behindBlocks(FileBytes file, long first) throws IOException {
    long at = first;
    while (at + 3 <= file.size()) {
      long header = number(file.bytes(at, 3), 0, 3);
      int type = (int) (header >> 1 & 3);
      if (type == RESERVED) {
        return -1;
      }
      at += 3 + (type == RLE ? 1 : header >> 3);
      if ((header & 1) != 0) {
        return at;
      }
    }
    return -1;
  }

  private static long number(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }
}
