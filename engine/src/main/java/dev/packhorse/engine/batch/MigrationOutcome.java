package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.PartCount;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.Kind;
import dev.packhorse.engine.run.RowAccounts;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.formats.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a migration. */
public final class MigrationOutcome {
  private final Map<String, Long> lost = new TreeMap<>();
  private final Map<String, Long> late = new TreeMap<>();
  private SurveyResult survey;
  private List<Account> accounts = List.of();
  private List<Account> channels = List.of();
  private List<PartCount> parts = List.of();
  private boolean finished;
  private long files;
  private long size;

  void survey(SurveyResult result) {
    survey = result;
  }

  /** What the survey found; null if it did not come to its end. */
  public SurveyResult survey() {
    return survey;
  }

  void lose(String reason, long count) {
    lost.merge(reason, count, Long::sum);
  }

  /** A problem that showed after the survey, and is not in its counts. */
  void late(Problem problem) {
    late.merge(problem.code().code(), 1L, Long::sum);
  }

  /** Warnings that showed after the survey, by code. */
  public Map<String, Long> late() {
    return late;
  }

  /** What did not get into the target, by reason. */
  public Map<String, Long> lost() {
    return lost;
  }

  /**
   * Rows that were lost count as losses, and so do those of which nobody knows what they became.
   */
  void accounts(List<Account> ofSource, List<Account> byChannel) {
    accounts = ofSource;
    channels = byChannel;
    for (Account account : ofSource) {
      account.lost().forEach((reason, rows) -> lose(account, reason, rows));
      if (account.unexplained() != 0) {
        lose(
            "in " + account.table() + ": unexplained, which is a defect of Packhorse",
            account.unexplained());
      }
    }
  }

  private void lose(Account account, String reason, long rows) {
    // The balance of records tells the first, the count of lost files the second.
    if (!reason.equals(RowAccounts.REFUSED) && !reason.equals(RowAccounts.UNCOPIED)) {
      lose("in " + account.table() + ": " + reason, rows);
    }
  }

  /** What became of the source's rows; none for a source of records. */
  public List<Account> accounts() {
    return accounts;
  }

  /** What became of the source's messages, by channel. */
  public List<Account> channels() {
    return channels;
  }

  void parts(List<PartCount> ofSource) {
    parts = ofSource;
  }

  /** How much each part of the source is; none for a source without parts. */
  public List<PartCount> parts() {
    return parts;
  }

  void files(long count) {
    files = count;
    finished = true;
  }

  /** Files copied. */
  public long files() {
    return files;
  }

  void size(long bytes) {
    size = bytes;
  }

  /** Size of the finished target in bytes. */
  public long size() {
    return size;
  }

  /** Whether the target is complete. */
  public boolean finished() {
    return finished;
  }

  /**
   * Compares the books with what was counted on the way into the target.
   *
   * @throws IllegalStateException if they differ, which would be a loss nobody noticed
   */
  void countedInTarget(long records) {
    long booked = survey.balance().total(Kind.RECORDS, BalanceSheet.Column.WRITTEN);
    if (booked != records) {
      throw new IllegalStateException(
          "the target got " + records + " records, and " + booked + " were to be written");
    }
  }
}
