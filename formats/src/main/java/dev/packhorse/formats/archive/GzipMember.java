package dev.packhorse.formats.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** One gzip member (RFC 1952); no time, no name and no system in its header. */
final class GzipMember implements SegmentEncoder {
  private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
  private static final int TRAILER = 8;

  private final RawDeflate deflate;

  GzipMember(int level) {
    this.deflate = new RawDeflate(level);
  }

  @Override
  public byte[] encode(byte[] lines, int offset, int length) {
    int compressed = deflate.compress(lines, offset, length, true);
    CRC32 crc = new CRC32();
    crc.update(lines, offset, length);
    byte[] member = new byte[HEADER.length + compressed + TRAILER];
    ByteBuffer.wrap(member)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HEADER)
        .put(deflate.scratch(), 0, compressed)
        .putInt((int) crc.getValue())
        .putInt(length);
    return member;
  }

  @Override
  public void close() {
    deflate.close();
  }
}
