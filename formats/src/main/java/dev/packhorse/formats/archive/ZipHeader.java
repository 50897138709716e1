package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.archivers.zip.ZipShort;

/**
 * An entry as the directory of the zip describes it.
 *
 * @param storedSize compressed size in bytes
 * @param size uncompressed size in bytes
 * @param mode Unix mode, 0 where the entry has none
 * @param local position of the local header, the zip's prefix not counted
 * @param name decoded, otherwise as it stands
 * @param utf8 whether the name's bytes were UTF-8
 */
record ZipHeader(
    int flags,
    int method,
    int crc,
    long storedSize,
    long size,
    int mode,
    long local,
    byte[] nameBytes,
    String name,
    boolean utf8) {
  static final int FIXED = 46;
  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final int UNIX = 3;
  private static final int MACOS = 19;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

  /** Length of the header that begins here; the fixed part must be at hand. */
  static int length(byte[] b, int at) {
    return FIXED
        + ZipShort.getValue(b, at + 28)
        + ZipShort.getValue(b, at + 30)
        + ZipShort.getValue(b, at + 32);
  }

  /**
   * @param b holds the whole header
   * @return nothing if the extra field breaks the zip64 rules
   */
  static Optional<ZipHeader> parse(byte[] b, int at) {
    int nameLength = ZipShort.getValue(b, at + 28);
    byte[] name = new byte[nameLength];
    System.arraycopy(b, at + FIXED, name, 0, nameLength);
    Zip64Fields sizes =
        new Zip64Fields(
            ZipLong.getValue(b, at + 24),
            ZipLong.getValue(b, at + 20),
            ZipLong.getValue(b, at + 42));
    if (!sizes.read(b, at + FIXED + nameLength, ZipShort.getValue(b, at + 30))) {
      return Optional.empty();
    }
    int system = b[at + 5] & 0xFF;
    int mode = system == UNIX || system == MACOS ? ZipShort.getValue(b, at + 40) : 0;
    String utf8 = utf8(name);
    return Optional.of(
        new ZipHeader(
            ZipShort.getValue(b, at + 8),
            ZipShort.getValue(b, at + 10),
            (int) ZipLong.getValue(b, at + 16),
            sizes.storedSize(),
            sizes.size(),
            mode,
            sizes.local(),
            name,
            utf8 != null ? utf8 : new String(name, dosCharset()),
            utf8 != null));
  }

  boolean folder() {
    return name.endsWith("/");
  }

  /** Why the contents can't be had, as far as the header shows it. */
  Optional<Problem> defect(String archive, ArchiveLimits limits) {
    Optional<ArchiveProblem> danger = EntryNames.danger(name);
    if (danger.isPresent()) {
      return Optional.of(danger.get().in(archive, name));
    }
    if ((mode & 0xF000) == 0xA000) {
      return Optional.of(ArchiveProblem.ENTRY_SYMLINK.in(archive, name));
    }
    if ((flags & ENCRYPTED) != 0) {
      return Optional.of(ArchiveProblem.ENTRY_ENCRYPTED.in(archive, name));
    }
    if (method != STORED && method != DEFLATED) {
      return Optional.of(ArchiveProblem.ENTRY_UNSUPPORTED_METHOD.in(archive, name, method));
    }
    if (method == STORED && size != storedSize) {
      return Optional.of(ArchiveProblem.ENTRY_WRONG_SIZE.in(archive, name));
    }
    return limits.tooDense(size, storedSize)
        ? Optional.of(ArchiveProblem.BOMB_RATIO.in(archive, name, limits.ratio()))
        : Optional.empty();
  }

  private static String utf8(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** What zip says names are in without the UTF-8 flag; a trimmed Java may lack it. */
  private static Charset dosCharset() {
    return Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
  }
}
