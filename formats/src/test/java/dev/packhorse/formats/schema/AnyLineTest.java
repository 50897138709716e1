package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.problem.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules never throw, whatever a line holds, and even if nobody heeded what they said before. */
class AnyLineTest {
  private static final Findings DEAF = (code, severity, pointer, arguments) -> {};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"5.37", "7.1", "9.11", "11.6"})
  void neverThrows(String version) throws IOException {
    List<String> lines = lines();
    Random random = new Random(version.hashCode());
    TargetProfile target = TargetProfile.builder().version(TargetVersion.parse(version)).build();
    LineRules rules = new LineRules(target);
    TestFiles files = new TestFiles(Map.of("data/a.txt", "3", "data/a.png", "png:1x1"));
    try (FileRules file = new FileRules(target, files, folder)) {
      for (int i = 0; i < 200; i++) {
        each(lines.get(random.nextInt(lines.size())), line -> known(line, file));
      }
      for (int i = 0; i < 5_000; i++) {
        String line = spoil(lines.get(random.nextInt(lines.size())), lines, random);
        assertThatCode(() -> each(line, one -> check(one, rules, file)))
            .as(line)
            .doesNotThrowAnyException();
      }
      file.finish(problem -> {}, number -> {});
    }
  }

  private static void known(BulkLine line, FileRules file) {
    if (line.record() != null) {
      file.existing(line.record());
    }
  }

  private static void check(BulkLine line, LineRules rules, FileRules file) {
    rules.check(line.type(), line.typeWord(), 3, line.record(), line.problems(), DEAF);
    file.accept("f", 3, 0, line.type(), line.record(), false, 0, DEAF);
  }

  /** Takes a member out, makes a value null, doubles a part or puts in what stands elsewhere. */
  private static String spoil(String line, List<String> lines, Random random) {
    String[] parts = line.split("(?<=[,:\\[\\]{}])|(?=[,:\\[\\]{}])");
    for (int times = random.nextInt(4); times >= 0; times--) {
      int at = random.nextInt(parts.length);
      switch (random.nextInt(6)) {
        case 0 -> parts[at] = parts[at].startsWith("\"") ? "null" : parts[at];
        case 1 -> parts[at] = parts[at].startsWith("\"") ? "\"\"" : parts[at];
        case 2 -> parts[at] = parts[at].matches("\\d+") ? "null" : parts[at];
        case 3 -> parts[at] = parts[at].matches("-?\\d+") ? "-9223372036854775808" : parts[at];
        case 4 -> parts[at] = parts[at].startsWith("\"") ? "\"Anna \\u0000\"" : parts[at];
        default -> {
          String[] other = lines.get(random.nextInt(lines.size())).split("(?<=[,:])|(?=[,:])");
          parts[at] = other[random.nextInt(other.length)];
        }
      }
    }
    return String.join("", parts);
  }

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RuleCase.FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        Files.readAllLines(file).stream().filter(line -> !line.contains("«")).forEach(lines::add);
      }
    }
    return lines;
  }

  private static void each(String line, java.util.function.Consumer<BulkLine> to)
      throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try (LineBlockReader reader = new LineBlockReader(new ByteArrayInputStream(bytes), "f", 3, 0)) {
      for (LineBlock block = reader.next(); block != null; block = reader.next()) {
        new LineParser().parse(block, to);
      }
    }
  }
}
