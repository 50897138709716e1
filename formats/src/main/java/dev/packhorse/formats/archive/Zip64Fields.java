package dev.packhorse.formats.archive;

import java.util.Arrays;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ExtraFieldUtils;
import org.apache.commons.compress.archivers.zip.Zip64ExtendedInformationExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipEightByteInteger;
import org.apache.commons.compress.archivers.zip.ZipExtraField;

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
    try {
      ZipExtraField[] fields =
          ExtraFieldUtils.parse(
              Arrays.copyOfRange(b, from, from + length),
              false,
              ZipArchiveEntry.ExtraFieldParsingMode.BEST_EFFORT);
      for (ZipExtraField field : fields) {
        if (field instanceof Zip64ExtendedInformationExtraField moved) {
          return take(moved);
        }
      }
      return true; // a size of exactly 2^32-1 needs no extra field
    } catch (ZipException e) {
      return false;
    }
  }

  private boolean take(Zip64ExtendedInformationExtraField moved) throws ZipException {
    moved.reparseCentralDirectoryData(size == MOVED, storedSize == MOVED, local == MOVED, false);
    size = value(moved.getSize(), size);
    storedSize = value(moved.getCompressedSize(), storedSize);
    local = value(moved.getRelativeHeaderOffset(), local);
    return size >= 0 && storedSize >= 0 && local >= 0;
  }

  /** The header's number counts unless it says that it has moved. */
  private static long value(ZipEightByteInteger moved, long inHeader) {
    return inHeader == MOVED && moved != null ? moved.getLongValue() : inHeader;
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
