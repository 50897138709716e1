package dev.packhorse.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Main;
import dev.packhorse.samples.Generate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measurements of whole processes, not a test of speed: {@code mvn -Pbench verify}. Prints a table
 * and leaves it in {@code target/bench.md}; the figures worth keeping go to docs/performance.md.
 */
@Tag("bench")
class BenchTest {
  private static final Path FOLDER = Path.of(System.getProperty("bench.folder", "target/bench"));
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final String[] THREADS = System.getProperty("bench.threads", "1,2").split(",");
  private static final String[] FORMS =
      System.getProperty("bench.forms", "jsonl,jsonl.zst,zip").split(",");

  private final List<String> table = new ArrayList<>();

  @Test
  void measureEverything() throws Exception {
    Files.createDirectories(FOLDER);
    row("work", "wall s", "cpu s", "MB/s", "lines/s", "peak MB", "of the walk");
    row("---", "---", "---", "---", "---", "---", "---");
    for (String posts : System.getProperty("bench.posts", "1000000").split(",")) {
      size(Long.parseLong(posts.strip()));
    }
    startUp();
    Path report = Path.of("target/bench.md");
    Files.write(report, table);
    table.forEach(System.out::println);
  }

  private void size(long posts) throws Exception {
    Path source = FOLDER.resolve("posts-" + posts + ".jsonl");
    if (!Files.exists(source)) {
      Measured.run(Generate.class, "--posts", posts, "--seed", 1, source);
    }
    long bytes = Files.size(source);
    long lines;
    try (var all = Files.lines(source)) {
      lines = all.count();
    }
    String size = String.format(Locale.ROOT, "%,d posts, %,d MB: ", posts, bytes / 1_000_000);
    Measured walk = best(TokenWalk.class, source);
    measure(size + "token walk", walk, bytes, lines, walk);
    for (String threads : THREADS) {
      Measured validate = best(Main.class, "validate", source, "-q", "--threads", threads);
      measure(size + "validate, threads " + threads, validate, bytes, lines, walk);
    }
    for (String form : FORMS) {
      for (String threads : THREADS) {
        Measured migrate = migrate(source, form, threads);
        measure(size + "migrate to " + form + ", threads " + threads, migrate, bytes, lines, walk);
      }
    }
    Path plain = FOLDER.resolve("plain.jsonl");
    Measured loop = best(PlainLoop.class, source, plain);
    measure(size + "survey and copy without Spring Batch, 1 thread", loop, bytes, lines, walk);
  }

  private Measured migrate(Path source, String form, String threads) throws Exception {
    Path target = FOLDER.resolve("out." + form);
    Path state = FOLDER.resolve("state");
    return best(
        Main.class,
        "migrate",
        source,
        target,
        "--replace",
        "--state-dir",
        state,
        "-q",
        "--threads",
        threads);
  }

  private void startUp() throws Exception {
    Measured empty = best(Empty.class);
    Measured help = best(Main.class, "--help");
    measure("an empty program", empty, 0, 0, empty);
    measure("packhorse --help, without the launcher", help, 0, 0, empty);
  }

  private static Measured best(Class<?> main, Object... words) throws Exception {
    Measured best = null;
    for (int round = 0; round < ROUNDS; round++) {
      Measured now = Measured.run(main, words);
      assertThat(now.exitCode()).as(now.output()).isZero();
      best = best == null || now.wallSeconds() < best.wallSeconds() ? now : best;
    }
    return best;
  }

  private void measure(String work, Measured m, long bytes, long lines, Measured walk)
      throws IOException {
    double wall = m.wallSeconds();
    row(
        work,
        number("%.2f", wall),
        number("%.2f", m.cpuSeconds()),
        bytes == 0 ? "" : number("%.0f", bytes / 1e6 / wall),
        lines == 0 ? "" : number("%,.0f", lines / wall),
        number("%.0f", m.peakBytes() / 1e6),
        number("%.2f", walk.wallSeconds() / wall));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private void row(String... cells) {
    table.add("| " + String.join(" | ", cells) + " |");
    System.out.println(table.get(table.size() - 1));
  }
}
