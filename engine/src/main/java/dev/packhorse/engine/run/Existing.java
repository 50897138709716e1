package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileRules;
import java.io.IOException;
import java.util.List;

/** What a target has already, told by bulk files such as its last export. */
public final class Existing {
  private final List<Source> sources;

  public Existing(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  void feed(FileRules rules) throws IOException {
    for (Source source : sources) {
      try (RecordReader reader = source.open(null, null)) {
        RecordBatch batch;
        while ((batch = reader.next()) != null) {
          batch.forEach(
              record -> {
                if (record.record() != null) {
                  rules.existing(record.record());
                } else if (!record.problems().isEmpty()) {
                  throw unreadable(source, record.problems().get(0));
                }
              });
        }
      }
    }
  }

  /** Passing over it would end in misleading problems with the records that refer to it. */
  private static RunException unreadable(Source source, Problem problem) {
    return new RunException(
        ExitCode.USAGE,
        "--existing "
            + source.name()
            + ", line "
            + problem.place().line()
            + ", can't be read: "
            + problem.message(),
        "Name a bulk file of what the target has already, such as its last export.");
  }
}
