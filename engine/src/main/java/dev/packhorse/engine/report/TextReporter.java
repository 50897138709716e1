package dev.packhorse.engine.report;

import dev.packhorse.connectors.spi.Account;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For people. Lists the first problems whole, then counts all by code. */
public final class TextReporter implements Reporter {
  /** So many warnings of one kind, unless the user says how much. */
  private static final int OF_ONE_KIND = 5;

  /** What is listed when the user does not say how much. */
  public static final int LISTED = 50;

  private final PrintWriter out;
  private final int most;
  private final Severity mildest;
  private final boolean brief;
  private final Runnable beforePrinting;
  private final Map<String, Place> firstPlaces = new HashMap<>();
  private final Map<String, Severity> gravest = new HashMap<>();
  private final Map<String, Integer> listedOf = new HashMap<>();
  private long listed;
  private long unlisted;
  private boolean consequences;

  /**
   * @param most how many problems to list
   * @param mildest problems below this are counted only
   * @param brief whether to leave out the tables of problems and records
   * @param beforePrinting takes a progress line off the terminal
   */
  public TextReporter(
      PrintWriter out, int most, Severity mildest, boolean brief, Runnable beforePrinting) {
    this.out = out;
    this.most = most;
    this.mildest = mildest;
    this.brief = brief;
    this.beforePrinting = beforePrinting;
  }

  @Override
  public void accept(Problem problem) {
    firstPlaces.putIfAbsent(problem.code().code(), problem.place());
    gravest.merge(problem.code().code(), problem.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    boolean shown = problem.severity().compareTo(mildest) <= 0 || repair(problem);
    if (!shown || consequence(problem)) {
      return;
    }
    boolean enough =
        problem.severity() != Severity.ERROR
            && most == LISTED
            && listedOf.merge(problem.code().code(), 1, Integer::sum) > OF_ONE_KIND;
    if (listed == most || enough) {
      unlisted++;
      return;
    }
    listed++;
    beforePrinting.run();
    out.println(problem.severity().word() + " " + problem.code().code());
    out.println("  " + place(problem.place()));
    out.println("  " + problem.message());
    if (!problem.hint().isEmpty()) {
      out.println("  " + problem.hint());
    }
    out.println();
  }

  /** What was changed in the user's data is told, though it is nothing to be mended. */
  private boolean repair(Problem problem) {
    return mildest != Severity.ERROR && problem.code().code().startsWith("repair.");
  }

  /**
   * Whether it only follows from another problem: one bad user brings down all its messages.
   * Listing these would bury what is to be mended.
   */
  private boolean consequence(Problem problem) {
    String code = problem.code().code();
    boolean follows = code.startsWith("reference.") && code.endsWith(".refused");
    consequences |= follows;
    return follows && mildest != Severity.INFO;
  }

  /** {@code import.jsonl, line 10482, byte 88213004, /post/message}. */
  static String place(Place place) {
    if (place.row() != null) {
      String row = "table " + place.file() + ", " + place.row();
      return place.pointer().isEmpty() ? row : row + ", " + place.pointer();
    }
    if (place.line() == 0) {
      return place.file();
    }
    String line = place.file() + ", line " + place.line() + ", byte " + place.offset();
    return place.pointer().isEmpty() ? line : line + ", " + place.pointer();
  }

  @Override
  public void note(String sentence) {
    beforePrinting.run();
    out.println(sentence);
    out.flush();
  }

  @Override
  public void summary(Summary summary) {
    beforePrinting.run();
    if (unlisted > 0) {
      out.println(
          "… and "
              + number(unlisted)
              + " more, counted below. List them with --max-problems N,"
              + " or write them all to a file with --report FILE.");
      out.println();
    }
    if (!brief) {
      counts(summary);
    }
    if (!brief && !summary.accounts().isEmpty()) {
      out.println("What became of the rows of the database:");
      out.println();
    }
    accounts("table", summary.accounts());
    accounts("messages of channel", summary.channels());
    PartsTable.print(summary.parts(), out);
    if (!brief) {
      if (!summary.accounts().isEmpty()) {
        out.println("What became of the records that were made of the rows written above;");
        out.println("one record can hold many rows, and what was added has none:");
        out.println();
      }
      balance(summary);
    }
    summary.lost().forEach((reason, count) -> out.println("lost: " + counted(count, reason)));
    if (summary.rejectFile() != null) {
      out.println("Refused records: " + summary.rejectFile());
    }
    out.println(summary.verdict() + " " + rate(summary));
    out.flush();
  }

  private void counts(Summary summary) {
    codes(summary.problems());
    if (consequences && mildest != Severity.INFO) {
      out.println(
          "Problems that only follow from others are counted and not listed; --verbose does.");
      out.println();
    }
    if (summary.infos() > 0 && mildest == Severity.WARNING) {
      out.println("Infos are counted and not listed; --verbose lists them.");
      out.println();
    }
  }

  private void codes(Map<String, Long> problems) {
    if (problems.isEmpty()) {
      return;
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"problems", "", "first at"});
    for (Severity severity : Severity.values()) {
      for (Map.Entry<String, Long> entry : problems.entrySet()) {
        if (severityOf(entry.getKey()) == severity) {
          Place first = firstPlaces.get(entry.getKey());
          rows.add(
              new String[] {
                severity.word() + " " + entry.getKey(),
                number(entry.getValue()),
                first == null ? "" : firstAt(first)
              });
        }
      }
    }
    Table.print(rows, out);
    out.println();
  }

  private static String firstAt(Place place) {
    if (place.row() != null) {
      return place.file() + " " + place.row();
    }
    return place.line() == 0 ? place.file() : "line " + place.line();
  }

  /** The gravest seen; what a code usually is if its problems were found by an earlier start. */
  private Severity severityOf(String code) {
    Severity seen = gravest.get(code);
    return seen == null ? Catalogue.page(code).severity() : seen;
  }

  /** Each table, and below it what its rows became where that is not one thing. */
  private void accounts(String title, List<Account> accounts) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {title, "rows", "written", "left out", "lost"});
    for (Account account : accounts) {
      long written = sum(account.written());
      long left = sum(account.left());
      if (account.rows() == 0) {
        continue;
      }
      rows.add(
          new String[] {
            account.table(),
            number(account.rows()),
            number(written),
            number(left),
            number(sum(account.lost()))
          });
      account
          .written()
          .forEach((as, n) -> rows.add(new String[] {"  as " + as, "", number(n), "", ""}));
      account
          .left()
          .forEach((why, n) -> rows.add(new String[] {"  " + why, "", "", number(n), ""}));
      account
          .lost()
          .forEach((why, n) -> rows.add(new String[] {"  " + why, "", "", "", number(n)}));
    }
    if (rows.size() > 1) {
      Table.print(rows, out);
      out.println();
    }
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void balance(Summary summary) {
    List<String[]> rows = new ArrayList<>();
    boolean writing = summary.writing();
    rows.add(
        writing
            ? new String[] {"", "read", "added", "written", "refused", "merged"}
            : new String[] {"", "read", "refused"});
    for (BalanceSheet.Row row : summary.rows()) {
      boolean records = row.kind().ordinal() == 0;
      String name = records ? row.type() : "  " + row.kind().words();
      rows.add(
          writing
              ? new String[] {
                name,
                number(row.read()),
                number(row.added()),
                number(row.written()),
                number(row.refused()),
                number(row.merged())
              }
              : new String[] {name, number(row.read()), number(row.refused())});
    }
    if (rows.size() > 1) {
      Table.print(rows, out);
      out.println();
    }
  }

  private static String rate(Summary summary) {
    double seconds = Math.max(summary.seconds(), 0.001);
    return String.format(
        Locale.ROOT,
        "(%s read in %s, %s/s)",
        Amounts.bytes(summary.bytesRead()),
        Amounts.seconds(summary.seconds()),
        Amounts.bytes((long) (summary.bytesRead() / seconds)));
  }

  /** {@code 2 files that can't be read}, or {@code 1 file …}. */
  private static String counted(long count, String what) {
    String one = count == 1 ? what.replaceFirst("^files ", "file ") : what;
    return number(count) + " " + one;
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
