package dev.packhorse.formats.archive;

import java.util.zip.CRC32;

/** Some lines, compressed, ready to be appended to the writer that encoded them. */
public final class EncodedSegment {
  private final byte[] bytes;
  private final int linesLength;
  private final int linesCrc;
  private final int storedCrc;

  /**
   * @param bytes taken over, not copied
   */
  EncodedSegment(byte[] bytes, byte[] lines, int offset, int length) {
    this.bytes = bytes;
    this.linesLength = length;
    this.linesCrc = crc(lines, offset, length);
    this.storedCrc = crc(bytes, 0, bytes.length);
  }

  /** Length of the lines in bytes. */
  public int linesLength() {
    return linesLength;
  }

  /** Length of the compressed form in bytes. */
  public int storedLength() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes;
  }

  int linesCrc() {
    return linesCrc;
  }

  int storedCrc() {
    return storedCrc;
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
