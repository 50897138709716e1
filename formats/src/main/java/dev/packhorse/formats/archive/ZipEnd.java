package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.compress.archivers.zip.ZipEightByteInteger;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.archivers.zip.ZipShort;

/**
 * The end of a zip, which says where its directory is.
 *
 * @param entries claimed number of entries
 * @param exact whether that number is meant as it is, or modulo 65536 as old writers leave it
 * @param directory position of the directory in the file
 * @param directorySize in bytes
 * @param prefix bytes before the zip proper, to be added to all positions it names
 * @param trailing bytes after the zip
 */
record ZipEnd(
    long entries, boolean exact, long directory, long directorySize, long prefix, long trailing) {
  static final int LOCAL = 0x04034B50;
  static final int CENTRAL = 0x02014B50;
  static final int END = 0x06054B50;
  private static final int LOCATOR_64 = 0x07064B50;
  private static final int END_64 = 0x06064B50;
  private static final int END_SIZE = 22;
  private static final int END_64_SIZE = 56;

  /**
   * @throws dev.packhorse.formats.problem.ProblemException if there is no end or it can't be right
   */
  static ZipEnd find(FileBytes file) throws IOException {
    int length = (int) Math.min(file.size(), END_SIZE + 0xFFFF);
    long from = file.size() - length;
    byte[] tail = file.bytes(from, length);
    for (int at = length - END_SIZE; at >= 0; at--) {
      if (ZipLong.getValue(tail, at) == END
          && at + END_SIZE + ZipShort.getValue(tail, at + 20) <= length) {
        return parse(file, tail, at, from + at);
      }
    }
    throw missing(file);
  }

  private static RuntimeException missing(FileBytes file) throws IOException {
    boolean begun = file.size() >= 4 && ZipLong.getValue(file.bytes(0, 4), 0) == LOCAL;
    return (begun ? ArchiveProblem.CUT_OFF : ArchiveProblem.NOT_A_ZIP).thrown(file.name());
  }

  private static ZipEnd parse(FileBytes file, byte[] tail, int at, long position)
      throws IOException {
    long trailing = file.size() - position - END_SIZE - ZipShort.getValue(tail, at + 20);
    long end64 = locate64(file, position);
    if (end64 >= 0) {
      byte[] end = file.bytes(end64, END_64_SIZE);
      return checked(
          file,
          end64,
          (int) ZipLong.getValue(end, 16) | (int) ZipLong.getValue(end, 20),
          ZipEightByteInteger.getLongValue(end, 32),
          true,
          ZipEightByteInteger.getLongValue(end, 48),
          ZipEightByteInteger.getLongValue(end, 40),
          trailing);
    }
    return checked(
        file,
        position,
        (int) ZipLong.getValue(tail, at + 4),
        ZipShort.getValue(tail, at + 10),
        false,
        ZipLong.getValue(tail, at + 16),
        ZipLong.getValue(tail, at + 12),
        trailing);
  }

  /** Position of the zip64 end, or -1 if this is an ordinary zip. */
  private static long locate64(FileBytes file, long end) throws IOException {
    if (end < 20 + END_64_SIZE || ZipLong.getValue(file.bytes(end - 20, 4), 0) != LOCATOR_64) {
      return -1;
    }
    byte[] locator = file.bytes(end - 20, 20);
    if (ZipLong.getValue(locator, 16) > 1) {
      throw ArchiveProblem.UNSUPPORTED_FORM.thrown(file.name(), "zip in several volumes");
    }
    // The position it names is off if there is a prefix; then the record stands right before.
    for (long at :
        new long[] {ZipEightByteInteger.getLongValue(locator, 8), end - 20 - END_64_SIZE}) {
      if (at >= 0
          && at <= end - 20 - END_64_SIZE
          && ZipLong.getValue(file.bytes(at, 4), 0) == END_64) {
        return at;
      }
    }
    throw ArchiveProblem.DAMAGED.thrown(file.name());
  }

  private static ZipEnd checked(
      FileBytes file,
      long end,
      int disks,
      long entries,
      boolean exact,
      long offset,
      long size,
      long trailing)
      throws IOException {
    if (disks != 0) {
      throw ArchiveProblem.UNSUPPORTED_FORM.thrown(file.name(), "zip in several volumes");
    }
    if (offset < 0 || size < 0 || entries < 0 || size > end || offset > end - size) {
      throw ArchiveProblem.DAMAGED.thrown(file.name());
    }
    long prefix = end - size - offset;
    if (entries > 0 && prefix > 0 && central(file, offset)) {
      prefix = 0; // something lies between directory and end instead, such as a signature
    }
    if (entries > 0 && !central(file, offset + prefix)) {
      throw ArchiveProblem.DAMAGED.thrown(file.name());
    }
    if (prefix > 0 && ZipLong.getValue(file.bytes(0, 4), 0) == LOCAL) {
      // A zip from its first byte on has no prefix. This is the end of another zip that is stored
      // within; the end of the outer one is lost.
      throw ArchiveProblem.CUT_OFF.thrown(file.name());
    }
    return new ZipEnd(entries, exact, offset + prefix, size, prefix, trailing);
  }

  private static boolean central(FileBytes file, long at) throws IOException {
    return at + 4 <= file.size() && ZipLong.getValue(file.bytes(at, 4), 0) == CENTRAL;
  }

  /**
   * The end of a zip as it stands in the file, with the zip64 records where they are needed.
   *
   * @param directory position of the directory
   * @param size of the directory in bytes
   */
  static ByteBuffer bytes(long entries, long directory, long size) {
    ByteBuffer b = ByteBuffer.allocate(END_64_SIZE + 20 + END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    boolean large = entries >= 0xFFFF || directory + size >= 0xFFFFFFFFL;
    if (large) {
      b.putInt(END_64).putLong(END_64_SIZE - 12).putShort((short) 45).putShort((short) 45);
      b.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(size).putLong(directory);
      b.putInt(LOCATOR_64).putInt(0).putLong(directory + size).putInt(1);
    }
    short count = (short) (large ? -1 : entries);
    b.putInt(END).putInt(0).putShort(count).putShort(count);
    b.putInt(large ? -1 : (int) size).putInt(large ? -1 : (int) directory).putShort((short) 0);
    return b.flip();
  }
}
