package dev.packhorse.connectors.testkit;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.model.RecordType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a source said of a record, in values that may be compared after the batch is gone. */
record Seen(RecordType type, String cursor, long digest, String line) {

  static Seen of(SourceRecord record) {
    return new Seen(record.type(), record.cursor(), record.digest(), text(record.line()));
  }

  static String text(RecordBatch.Lines lines) {
    return new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.UTF_8);
  }

  static List<Seen> of(RecordBatch batch) {
    List<Seen> seen = new ArrayList<>();
    batch.forEach(record -> seen.add(of(record)));
    return seen;
  }

  /** All records between two cursors. */
  static List<Seen> between(Source source, String from, String to) throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (RecordReader reader = source.open(from, to)) {
      RecordBatch batch;
      while ((batch = reader.next()) != null) {
        seen.addAll(of(batch));
      }
    }
    return seen;
  }
}
