package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.OutgoingBatch;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.engine.transform.Repairs;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Findings;

/** A batch with what the survey decided on its records. */
public final class DecidedBatch implements OutgoingBatch {
  private static final Findings TOLD_BEFORE = (code, severity, pointer, arguments) -> {};

  private final RecordBatch batch;
  private final Verdicts verdicts;
  private final Repairs repairs;
  private final RecordType only;
  private final boolean untouched;

  /**
   * @param repairs null if nothing is to be mended
   * @param only the one type to write, if the batch holds others too; else null
   */
  public DecidedBatch(RecordBatch batch, Verdicts verdicts, Repairs repairs, RecordType only) {
    this.batch = batch;
    this.verdicts = verdicts;
    this.repairs = repairs;
    this.only = only;
    this.untouched = only == null && verdicts.pass(batch.first(), batch.size());
  }

  @Override
  public RecordBatch batch() {
    return batch;
  }

  @Override
  public boolean untouched() {
    return untouched;
  }

  @Override
  public Action action(int index) {
    Action action = verdicts.get(batch.first() + index);
    // Records of other types belong to other steps; leaving them out here loses nothing.
    return only != null && batch.record(index).type() != only ? Action.REFUSE : action;
  }

  @Override
  public BulkRecord rewritten(SourceRecord record) {
    return repairs == null ? record.record() : repairs.mend(record.record(), TOLD_BEFORE);
  }

  /** How many records are written. */
  public long written() {
    if (untouched) {
      return batch.size();
    }
    long written = 0;
    for (int i = 0; i < batch.size(); i++) {
      Action action = action(i);
      if (action == Action.PASS || action == Action.REWRITE) {
        written++;
      }
    }
    return written;
  }

  /** Books the records left out as equal to earlier ones: merged, not written. */
  public void bookMerged(BalanceSheet moved) {
    for (int i = 0; !untouched && i < batch.size(); i++) {
      if (action(i) == Action.DROP) {
        SourceRecord record = batch.record(i);
        if (record.record() != null) {
          long[] kinds = new long[Kind.values().length];
          Kind.count(rewritten(record), kinds);
          moved.add(record.type(), BalanceSheet.Column.MERGED, kinds);
          for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] = -kinds[kind];
          }
          moved.add(record.type(), BalanceSheet.Column.WRITTEN, kinds);
        }
      }
    }
  }
}
