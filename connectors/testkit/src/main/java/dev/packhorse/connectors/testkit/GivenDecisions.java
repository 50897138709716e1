package dev.packhorse.connectors.testkit;

import dev.packhorse.connectors.spi.OutgoingBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.model.BulkRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch in which, unless it is to pass untouched, every seventh record is refused, every eleventh
 * dropped, and every thirteenth written anew.
 */
record GivenDecisions(GivenBatch batch, boolean untouched) implements OutgoingBatch {
  static final int BATCH = 250;

  /** The lines in batches; the second passes untouched, the third gives records only. */
  static List<GivenDecisions> of(List<String> lines) {
    List<GivenDecisions> batches = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += BATCH) {
      List<String> part = lines.subList(i, Math.min(i + BATCH, lines.size()));
      batches.add(
          new GivenDecisions(
              new GivenBatch(part, i + 1, batches.size() != 2), batches.size() == 1));
    }
    return batches;
  }

  /** The lines that a target should hold. */
  List<String> kept() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Action action = action(i);
      if (action == Action.PASS || action == Action.REWRITE) {
        kept.add(batch.lines().get(i));
      }
    }
    return kept;
  }

  @Override
  public Action action(int index) {
    if (untouched) {
      return Action.PASS;
    }
    long ordinal = batch.first() + index;
    return ordinal % 7 == 0
        ? Action.REFUSE
        : ordinal % 11 == 0 ? Action.DROP : ordinal % 13 == 0 ? Action.REWRITE : Action.PASS;
  }

  @Override
  public BulkRecord rewritten(SourceRecord record) {
    return record.record();
  }
}
