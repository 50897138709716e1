package dev.packhorse.engine.cli;

import dev.packhorse.engine.batch.DryTarget;
import dev.packhorse.engine.batch.Migration;
import dev.packhorse.engine.batch.MigrationOutcome;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.Kind;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.formats.problem.Severity;
import java.util.Locale;

/** The sentence a run ends with. */
final class Verdict {
  private Verdict() {}

  static String ofValidation(SurveyResult result) {
    if (result.damaged()) {
      return "The source is damaged; it was checked up to the damage: " + counts(result) + ".";
    }
    if (result.count(Severity.ERROR) > 0) {
      return "Not valid: " + counts(result) + ".";
    }
    return result.count(Severity.WARNING) > 0 ? "Valid, with " + counts(result) + "." : "Valid.";
  }

  static String ofMigration(MigrationOutcome outcome, Migration migration, long refused) {
    String target = migration.targetAddress();
    if (!outcome.finished()) {
      return "Nothing was written: "
          + count(refused, "record")
          + " in error, and --on-problem stop.";
    }
    BalanceSheet balance = outcome.survey().balance();
    String written =
        count(balance.total(Kind.RECORDS, BalanceSheet.Column.WRITTEN), "record")
            + (outcome.files() > 0 ? " and " + count(outcome.files(), "file") : "");
    String done =
        migration.dryRun()
            ? "Dry run: "
                + written
                + " would be written"
                + (target.equals(DryTarget.UNNAMED) ? "" : " to " + target)
            : "Wrote " + written + " to " + target;
    long errors = outcome.survey().count(Severity.ERROR);
    if (refused == 0 && errors > 0) {
      return done + "; " + count(errors, "error") + " of the source as a whole, listed above.";
    }
    return refused == 0 ? done + "." : done + "; " + count(refused, "record") + " refused.";
  }

  private static String counts(SurveyResult result) {
    return count(result.count(Severity.ERROR), "error")
        + ", "
        + count(result.count(Severity.WARNING), "warning");
  }

  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
