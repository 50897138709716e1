package dev.packhorse.connectors.spi.lines;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.util.List;

/** A line as a record. */
final class LineRecord implements SourceRecord {
  private final BulkLine line;

  LineRecord(BulkLine line) {
    this.line = line;
  }

  @Override
  public RecordType type() {
    return line.type();
  }

  @Override
  public String typeWord() {
    return line.typeWord();
  }

  @Override
  public BulkRecord record() {
    return line.record();
  }

  @Override
  public Layout envelope() {
    return line.envelope();
  }

  @Override
  public Place place() {
    return line.place();
  }

  @Override
  public List<Problem> problems() {
    return line.problems();
  }

  @Override
  public long digest() {
    return line.digest();
  }

  @Override
  public String cursor() {
    return new LineCursor(line.number(), line.offset()).toString();
  }

  @Override
  public RecordBatch.Lines line() {
    return new RecordBatch.Lines(line.bytes(), line.start(), line.length());
  }
}
