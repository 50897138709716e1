package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@link ValidateFile} says, without what is of no consequence. */
final class Survey {
  private Survey() {}

  static List<String> of(Path file) throws IOException {
    List<String> found = new ArrayList<>();
    try (BulkArchive archive = BulkArchive.open(file, ArchiveLimits.DEFAULT)) {
      ValidateFile.check(
          archive,
          problem -> {
            if (problem.severity() != Severity.INFO) {
              found.add(
                  problem.place().line()
                      + " "
                      + problem.code().code()
                      + " "
                      + problem.place().pointer());
            }
          });
    }
    return found;
  }
}
