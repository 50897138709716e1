package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.engine.transform.Repairs;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.LineRules;
import java.util.ArrayList;
import java.util.List;

/** The part of a survey that looks at one record at a time; many threads share an instance. */
final class RecordChecker {
  private final LineRules rules;
  private final Repairs repairs;

  /**
   * @param repairs null to mend nothing
   */
  RecordChecker(LineRules rules, Repairs repairs) {
    this.rules = rules;
    this.repairs = repairs;
  }

  /**
   * @param only the type to look at; null for all
   */
  List<Checked> check(RecordBatch batch, RecordType only, boolean filtered) {
    List<Checked> checked = new ArrayList<>(batch.size());
    batch.forEach(
        record -> {
          if (!filtered || record.type() == only) {
            checked.add(check(record));
          }
        });
    return checked;
  }

  private Checked check(SourceRecord record) {
    Checked checked = new Checked(record);
    for (Problem problem : record.problems()) {
      if (repairs == null || !Repairs.mendsReading(problem, checked)) {
        checked.add(problem);
      } else {
        checked.lineMended = true;
      }
    }
    // Nothing was wrong but what a repair takes away, and nothing is left to be written.
    checked.dropped =
        checked.lineMended
            && !checked.refused()
            && record.typeWord() == null
            && record.record() == null;
    if (checked.dropped || record.type() == null || record.record() == null && checked.refused()) {
      return checked;
    }
    if (repairs != null && record.record() != null) {
      checked.outgoing = repairs.mend(record.record(), checked);
    }
    rules.check(
        record.type(),
        record.typeWord(),
        record.place().line(),
        checked.outgoing,
        record.problems(),
        checked);
    return checked;
  }
}
