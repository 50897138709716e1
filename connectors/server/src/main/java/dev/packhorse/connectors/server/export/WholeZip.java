package dev.packhorse.connectors.server.export;

import dev.packhorse.formats.archive.ArchiveFiles;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a downloaded archive is whole. Nothing but its own checksums tells: a server gives no
 * hash, and says that an export is done before its file is (rest-api reference 3.2).
 */
final class WholeZip {
  private WholeZip() {}

  /** What is wrong with it; empty if every byte of it is as it was written. */
  static Optional<String> defect(Path file) throws IOException {
    try (BulkArchive archive = BulkArchive.open(file, ArchiveLimits.DEFAULT)) {
      try (InputStream lines = archive.openLines(0)) {
        lines.transferTo(OutputStream.nullOutputStream());
      }
      ArchiveFiles files = archive.files();
      for (int id = 0; id < files.count(); id++) {
        if (files.defect(id).isEmpty()) {
          try (InputStream contents = files.open(id)) {
            contents.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem().message());
    }
  }
}
