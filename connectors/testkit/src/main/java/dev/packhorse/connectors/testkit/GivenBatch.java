package dev.packhorse.connectors.testkit;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineParser;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines as a batch.
 *
 * @param raw whether it gives its lines away, or only records, as a database would
 */
record GivenBatch(List<String> lines, long first, boolean raw) implements RecordBatch {

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public long bytes() {
    return BulkText.bytes(lines).length;
  }

  @Override
  public void forEach(Consumer<SourceRecord> to) {
    for (int i = 0; i < size(); i++) {
      to.accept(record(i));
    }
  }

  @Override
  public SourceRecord record(int index) {
    byte[] bytes = BulkText.bytes(lines.subList(index, index + 1));
    SourceRecord[] found = new SourceRecord[1];
    new LineParser()
        .parse(
            new LineBlock("given", bytes, 0, bytes.length, first + index, 1, 0, 0),
            line -> found[0] = new GivenRecord(line));
    return found[0];
  }

  @Override
  public Lines lines(int from, int to) {
    if (!raw) {
      return null;
    }
    byte[] bytes = BulkText.bytes(lines.subList(from, to));
    return new Lines(bytes, 0, bytes.length);
  }
}
