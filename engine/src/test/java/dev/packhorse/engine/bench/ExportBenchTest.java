package dev.packhorse.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.engine.Main;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.samples.DatabaseOptions;
import dev.packhorse.samples.MattermostDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures exports from an embedded PostgreSQL against what the database can give and against what
 * a server's own export asks, in one run: {@code mvn -Pbench verify}. Prints a table and leaves it
 * in {@code target/bench-export.md}; the figures worth keeping go to docs/performance.md.
 */
@Tag("bench")
class ExportBenchTest {
  private static final Path FOLDER = Path.of(System.getProperty("bench.folder", "target/bench"));
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final String[] THREADS = System.getProperty("bench.threads", "1,2").split(",");
  private static final String[] FORMS =
      System.getProperty("bench.export.forms", "jsonl.zst,zip").split(",");
  private static final int SAMPLE = Integer.getInteger("bench.roots", 5_000);

  /** Something whose time is taken. */
  private interface Work {
    void run() throws Exception;
  }

  private final List<String> table = new ArrayList<>();

  @Test
  void measureExports() throws Exception {
    Files.createDirectories(FOLDER);
    row("work", "wall s", "CPU s", "posts/s", "MB/s", "peak MB", "of COPY", "to the server's way");
    row("---", "---", "---", "---", "---", "---", "---", "---");
    for (String posts : System.getProperty("bench.posts", "1000000").split(",")) {
      try (TestDatabase database = TestDatabases.postgres().create()) {
        size(database, Long.parseLong(posts.strip()));
      }
    }
    Files.write(Path.of("target/bench-export.md"), table);
    table.forEach(System.out::println);
  }

  private void size(TestDatabase database, long posts) throws Exception {
    MattermostDatabase.fill(database::connect, DatabaseOptions.of(posts, 1));
    String size = String.format(Locale.ROOT, "%,d posts: ", posts);
    long bytes = TableCopies.byDriver(database);
    double copy = best(() -> TableCopies.byDriver(database));
    baseline(size + "COPY of the tables by the Java driver", copy, posts, bytes);
    if (TableCopies.psqlIsThere()) {
      copy = best(() -> TableCopies.byPsql(database));
      baseline(size + "COPY of the tables by psql", copy, posts, bytes);
    }
    double server = replay(database, size);
    for (String form : FORMS) {
      for (String threads : THREADS) {
        Measured export = export(database, form, threads);
        export(size + "export to " + form + ", threads " + threads, export, posts, copy, server);
      }
    }
  }

  private static double best(Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - begun) / 1e9);
    }
    return best;
  }

  private void baseline(String work, double wall, long posts, long bytes) {
    row(work, number("%.2f", wall), "", rate(posts / wall), number("%.0f", bytes / 1e6 / wall));
  }

  /** Returns posts a second. */
  private double replay(TestDatabase database, String size) throws Exception {
    try (Connection connection = database.connect()) {
      ServerReplay.run(connection, SAMPLE); // both sides get warm
      long begun = System.nanoTime();
      long[] seen = ServerReplay.run(connection, SAMPLE);
      double wall = (System.nanoTime() - begun) / 1e9;
      String work =
          String.format(
              Locale.ROOT,
              "%sthe server's queries for %,d posts, %,d of them",
              size,
              seen[0],
              seen[1]);
      row(work, number("%.2f", wall), "", rate(seen[0] / wall));
      return seen[0] / wall;
    }
  }

  private static Measured export(TestDatabase database, String form, String threads)
      throws Exception {
    Measured best = null;
    for (int round = 0; round < ROUNDS; round++) {
      Measured now =
          Measured.run(
              Main.class,
              "export",
              database.address(),
              "-o",
              FOLDER.resolve("export." + form),
              "--replace",
              "--fresh",
              "--state-dir",
              FOLDER.resolve("state"),
              "-q",
              "--threads",
              threads);
      // There is no file store, so pictures are lost.
      assertThat(now.exitCode()).as(now.output()).isIn(ExitCode.DONE, ExitCode.LOSSES);
      best = best == null || now.wallSeconds() < best.wallSeconds() ? now : best;
    }
    return best;
  }

  private void export(String work, Measured m, long posts, double copy, double server) {
    double wall = m.wallSeconds();
    // "(1234.5 MB read in …": what the lines are before they are compressed.
    String read = m.output().replaceAll("(?s).*\\(([0-9.]+ [kMGT]?B) read in .*", "$1");
    row(
        work,
        number("%.2f", wall),
        number("%.2f", m.cpuSeconds()),
        rate(posts / wall),
        number("%.0f", megabytes(read) / wall),
        number("%.0f", m.peakBytes() / 1e6),
        number("%.2f", copy / wall),
        number("%.0f", posts / wall / server));
  }

  private static double megabytes(String amount) {
    String[] words = amount.split(" ");
    return Double.parseDouble(words[0]) * Math.pow(1000, "B kBMBGBTB".indexOf(words[1]) / 2 - 2);
  }

  private static String rate(double perSecond) {
    return number("%,.0f", perSecond);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void row(String... cells) {
    table.add("| " + String.join(" | ", cells) + " |");
    System.out.println(table.get(table.size() - 1));
  }
}
