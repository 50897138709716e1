package dev.packhorse.formats.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How lines and attachments lie on disk. */
public enum ArchiveForm {
  /** Bare lines; attachments are elsewhere. */
  LINES("jsonl"),
  /** Bare lines in one or more gzip members. */
  LINES_GZIP("jsonl.gz"),
  /** Bare lines in one or more zstd frames. */
  LINES_ZSTD("jsonl.zst"),
  /** The form a Mattermost server takes: a root {@code .jsonl} and files below {@code data/}. */
  ZIP("zip"),
  /** The same as the zip form, unpacked. */
  DIRECTORY("directory");

  private final String word;

  ArchiveForm(String word) {
    this.word = word;
  }

  /** The word for reports, which is also the usual ending of such a file's name. */
  public String word() {
    return word;
  }

  /**
   * The form to write at a path: an existing directory, else by the ending of the name, in any
   * case.
   *
   * <p>A {@link Path} knows no trailing slash; where the user's own text is at hand, {@link
   * #forTarget(String)} sees more.
   *
   * @return empty if the name has none of the known endings
   */
  public static Optional<ArchiveForm> forTarget(Path target) {
    return Files.isDirectory(target) ? Optional.of(DIRECTORY) : byName(target);
  }

  /** As {@link #forTarget(Path)}; an address ending in a slash is a directory still to be made. */
  public static Optional<ArchiveForm> forTarget(String address) {
    if (address.endsWith("/") || address.endsWith("\\")) {
      return Optional.of(DIRECTORY);
    }
    return forTarget(Path.of(address));
  }

  /** The form that the ending of a file's name promises. */
  static Optional<ArchiveForm> byName(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    for (ArchiveForm form : values()) {
      if (form != DIRECTORY && name.endsWith("." + form.word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  boolean bare() {
    return this == LINES || this == LINES_GZIP || this == LINES_ZSTD;
  }
}
