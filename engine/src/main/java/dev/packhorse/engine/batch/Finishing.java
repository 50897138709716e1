package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.FileManifest;
import dev.packhorse.engine.run.RowAccounts;
import dev.packhorse.engine.run.SurveyResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The end of a migration: files are copied, the target is closed, and the books are settled. */
final class Finishing {
  private final Migration migration;
  private final RunFolder folder;
  private final MigrationOutcome outcome;

  Finishing(Migration migration, RunFolder folder, MigrationOutcome outcome) {
    this.migration = migration;
    this.folder = folder;
    this.outcome = outcome;
  }

  void run(WriteContext context) throws IOException {
    account(outcome.survey(), files(context));
  }

  private void account(SurveyResult survey, Map<String, Long> lostFiles) throws IOException {
    List<Account> rows = migration.source().accounts();
    if (rows.isEmpty()) {
      return;
    }
    BalanceSheet balance = survey.balance();
    // A line that is too long to be read takes what it holds out of the books.
    boolean readable = balance.rows().stream().noneMatch(row -> row.type().equals("unreadable"));
    if (readable) {
      RowAccounts.differences(rows, balance)
          .forEach(each -> outcome.lose("unexplained, a defect of Packhorse: " + each, 1));
    }
    outcome.parts(migration.source().parts());
    List<Account> settled = RowAccounts.settled(rows, balance, survey.refusals());
    outcome.accounts(
        RowAccounts.withoutFiles(settled, lostFiles),
        RowAccounts.settledByChannel(migration.source().channelAccounts(), survey.refusals()));
  }

  /**
   * Brings the files along, closes the target, and returns those that are lost, by what their rows
   * became.
   */
  private Map<String, Long> files(WriteContext context) throws IOException {
    Target target = context.target();
    SourceCargo cargo =
        new SourceCargo(
            migration.source(),
            migration.attachments(),
            folder.files(),
            migration.manifest() ? new FileManifest(folder.path().resolve("files.jsonl")) : null,
            migration.notes());
    if (!target.holdsFiles()) {
      long left = count(cargo.files());
      if (left > 0) {
        outcome.lose("files that the target's form can't hold", left);
      }
      target.finish(new RecordsOnly());
      outcome.files(0);
      return Map.of();
    }
    target.finish(cargo);
    Map<String, Long> named =
        cargo
            .lost()
            .name(
                migration.source(),
                context.verdicts(),
                problem -> {
                  outcome.late(problem);
                  migration.problems().accept(problem);
                });
    FileBooks books = cargo.books();
    books.lost().forEach(outcome::lose);
    outcome.files(books.stored());
    if (books.resized() > 0) {
      String files = books.resized() == 1 ? "1 file has" : books.resized() + " files have";
      migration.notes().accept(files + " another size than the source said; kept whole");
    }
    return named;
  }

  private static long count(Iterable<SourceFile> files) {
    return StreamSupport.stream(files.spliterator(), false).count();
  }
}
