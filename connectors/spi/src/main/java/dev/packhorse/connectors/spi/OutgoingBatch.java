package dev.packhorse.connectors.spi;

import dev.packhorse.formats.model.BulkRecord;

/** A batch with the decision on each of its records. */
public interface OutgoingBatch {

  /** What becomes of a record. */
  enum Action {
    /** Written as it is. */
    PASS,
    /** Left out, since the target would refuse it. */
    REFUSE,
    /** Written in the form that {@link #rewritten} gives. */
    REWRITE,
    /** Left out, since an equal record is written already. */
    DROP
  }

  RecordBatch batch();

  /** Whether every record passes as it is. */
  boolean untouched();

  Action action(int index);

  /** The form in which a record is to be written. */
  BulkRecord rewritten(SourceRecord record);
}
