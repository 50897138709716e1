package dev.packhorse.formats.archive;

import java.nio.file.Path;

/** Finds the form. */
final class ArchiveOpener {
  private ArchiveOpener() {}

  static BulkArchive open(Path path, ArchiveLimits limits) {
    throw new UnsupportedOperationException("not yet");
  }
}
