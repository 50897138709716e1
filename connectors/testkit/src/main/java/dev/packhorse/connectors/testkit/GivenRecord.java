package dev.packhorse.connectors.testkit;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.util.List;

/** A parsed line as a record. */
record GivenRecord(BulkLine parsed) implements SourceRecord {

  @Override
  public RecordType type() {
    return parsed.type();
  }

  @Override
  public String typeWord() {
    return parsed.typeWord();
  }

  @Override
  public BulkRecord record() {
    return parsed.record();
  }

  @Override
  public Layout envelope() {
    return parsed.envelope();
  }

  @Override
  public Place place() {
    return parsed.place();
  }

  @Override
  public List<Problem> problems() {
    return parsed.problems();
  }

  @Override
  public long digest() {
    return parsed.digest();
  }

  @Override
  public String cursor() {
    return String.valueOf(parsed.number());
  }

  @Override
  public RecordBatch.Lines line() {
    return new RecordBatch.Lines(parsed.bytes(), parsed.start(), parsed.length());
  }
}
