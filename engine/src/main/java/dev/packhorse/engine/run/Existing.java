package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
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
                }
              });
        }
      }
    }
  }
}
