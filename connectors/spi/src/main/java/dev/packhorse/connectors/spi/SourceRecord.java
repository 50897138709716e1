package dev.packhorse.connectors.spi;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.util.List;

/** One record as a source gave it. */
public interface SourceRecord {
  /** The type, or null if it is none that we know. */
  RecordType type();

  /** The type as written; may be null. */
  String typeWord();

  /** The record; null if it has no payload or could not be read. */
  BulkRecord record();

  /** How the members around the payload stood; null if the record was no line. */
  Layout envelope();

  Place place();

  /** What reading found. */
  List<Problem> problems();

  /** A 64-bit hash; records that are equal to the byte have the same one. */
  long digest();

  /** The cursor at which reading would begin with this record. */
  String cursor();

  /** Bytes of the record in its source, without the line end; for the reject file. */
  RecordBatch.Lines line();
}
