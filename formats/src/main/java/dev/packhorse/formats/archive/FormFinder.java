package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.archivers.zip.ZipShort;

/** Tells the form of a file by its first bytes, and only then by its name. */
final class FormFinder {
  private static final int ZSTD = 0xFD2FB528;
  private static final int ZSTD_SKIPPABLE = 0x184D2A50;
  private static final int GZIP = 0x8B1F;
  private static final int SPANNED_ZIP = 0x08074B50;
  private static final int TAR_MAGIC = 257;

  private FormFinder() {}

  /** The last part of a path, for reports. */
  static String name(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /**
   * @throws dev.packhorse.formats.problem.ProblemException if these are no lines, whatever the name
   *     says
   */
  static ArchiveForm find(FileBytes file, Path path) throws IOException {
    byte[] head = new byte[512];
    int length = (int) Math.min(head.length, file.size());
    file.readFully(0, head, 0, length);
    if (foreign(head).isPresent()) {
      throw ArchiveProblem.UNSUPPORTED_FORM.thrown(file.name(), foreign(head).get());
    }
    int magic = (int) ZipLong.getValue(head, 0);
    if (magic == ZipEnd.LOCAL || magic == ZipEnd.END) {
      return ArchiveForm.ZIP;
    }
    if (ZipShort.getValue(head, 0) == GZIP) {
      return ArchiveForm.LINES_GZIP;
    }
    if (magic == ZSTD || (magic & ~0xF) == ZSTD_SKIPPABLE) {
      return ArchiveForm.LINES_ZSTD;
    }
    ArchiveForm promised = ArchiveForm.byName(path).orElse(ArchiveForm.LINES);
    // A zip may have something in front of it; and nothing at all may be what remained of a file.
    boolean byName = promised == ArchiveForm.ZIP || length == 0;
    return byName ? promised : ArchiveForm.LINES;
  }

  private static Optional<String> foreign(byte[] head) {
    if (ZipLong.getValue(head, 0) == SPANNED_ZIP) {
      return Optional.of("zip in several volumes");
    }
    if (startsWith(head, 0, "BZh")) {
      return Optional.of("bzip2");
    }
    if (startsWith(head, 0, "\u00FD7zXZ")) {
      return Optional.of("xz");
    }
    if (startsWith(head, 0, "7z\u00BC\u00AF")) {
      return Optional.of("7z");
    }
    if (startsWith(head, 0, "Rar!")) {
      return Optional.of("rar");
    }
    return startsWith(head, TAR_MAGIC, "ustar") ? Optional.of("tar") : Optional.empty();
  }

  private static boolean startsWith(byte[] head, int at, String magic) {
    return new String(head, at, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }
}
