package dev.packhorse.formats.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * All members of a gzip file (RFC 1952), one after the other.
 *
 * <p>The one of the JDK takes garbage after a member for the end of the file and so hides lost
 * data. Zero bytes after the last member are padding, as tapes leave it, and pass.
 */
final class GzipStream extends InputStream {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final DeflateReader deflate;
  private final String file;
  private final CRC32 crc = new CRC32();
  private long produced;
  private int members;
  private boolean inside;
  private boolean ended;

  /**
   * @param file name for reports
   */
  GzipStream(InputStream source, String file) {
    this.deflate = new DeflateReader(source);
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (length > 0 && !ended) {
      if (!inside && !begin()) {
        ended = true;
        break;
      }
      int count = deflate.inflate(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        produced += count;
        return count;
      }
      end();
    }
    return length == 0 ? 0 : -1;
  }

  private boolean begin() throws IOException {
    int first = deflate.next();
    if (members > 0 && first <= 0) {
      for (int padding = first; padding >= 0; padding = deflate.next()) {
        require(padding == 0);
      }
      return false;
    }
    if (first < 0) {
      throw new EOFException("an empty file is no gzip");
    }
    require(first == 0x1F && plain() == 0x8B);
    require(plain() == 8);
    int flags = plain();
    require(flags < 32);
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(plain() | plain() << 8);
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    deflate.restart();
    crc.reset();
    produced = 0;
    inside = true;
    return true;
  }

  private void end() throws IOException {
    if (number() != crc.getValue()) {
      throw ArchiveProblem.ENTRY_WRONG_CRC.thrown(file, file);
    }
    if (number() != (produced & 0xFFFFFFFFL)) {
      throw ArchiveProblem.ENTRY_WRONG_SIZE.thrown(file, file);
    }
    members++;
    inside = false;
  }

  private void require(boolean asItShouldBe) {
    if (!asItShouldBe) {
      throw members > 0
          ? ArchiveProblem.TRAILING_BYTES.thrown(file)
          : ArchiveProblem.ENTRY_DAMAGED.thrown(file, file);
    }
  }

  private int plain() throws IOException {
    int next = deflate.next();
    if (next < 0) {
      throw new EOFException("cut off between the compressed data");
    }
    return next;
  }

  private long number() throws IOException {
    return plain() | plain() << 8 | plain() << 16 | (long) plain() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      plain();
    }
  }

  private void skipText(int present) throws IOException {
    if (present != 0) {
      while (plain() != 0) {
        // The text runs to its NUL; what it says is of no use here.
      }
    }
  }

  @Override
  public void close() throws IOException {
    deflate.close();
  }
}
