package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.file.Path;

/** What the forms do differently: where the lines grow, and how the whole is put together. */
interface Assembly {
  /** The file that grows by the segments, and is cut back to a mark. */
  Path growing();

  /** Removes what an unfinished run left; nothing of it there is fine. */
  void discard() throws IOException;

  /** Makes room for {@link #growing} and removes what an earlier run left. */
  default void prepare() throws IOException {
    discard();
  }

  /**
   * Puts the whole together and publishes it in one step. May have been begun before and cut off
   * anywhere; leaves the growing file as it is until the archive has its name.
   *
   * @param files to be loaded once; {@code data/} first
   * @param lines what the growing file holds; it is on disk
   */
  void publish(FileLoader files, WriterMark lines) throws IOException;

  /** Whether {@link #publish} came to its end for these lines. */
  boolean published(WriterMark lines) throws IOException;

  static Assembly of(Path target, ArchiveForm form, Disk disk) {
    return switch (form) {
      case LINES, LINES_GZIP, LINES_ZSTD -> new BareAssembly(target, disk);
      case ZIP -> new ZipAssembly(target, disk);
      case DIRECTORY -> new DirectoryAssembly(target, disk);
    };
  }
}
