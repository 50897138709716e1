package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import dev.packhorse.formats.schema.FileLookup;
import dev.packhorse.formats.schema.FileRules;
import dev.packhorse.formats.schema.LineRules;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever the bytes are: lines are read and held against all rules without a throw, what was read
 * is written as lines that read the same, and the sniffer does not contradict the parser. Runs over
 * the seeds; searches for new inputs with {@code JAZZER_FUZZ=1}.
 */
class LineFuzzTest {
  private static final LineRules RULES = new LineRules(TargetProfile.newest());

  @FuzzTest(maxDuration = "180s")
  void any_bytes_are_read_checked_and_written(byte[] file) throws IOException {
    List<BulkLine> lines = Lines.read(file, 512);
    Path folder = Files.createTempDirectory("packhorse-fuzz");
    try (FileRules rules = new FileRules(TargetProfile.newest(), FileLookup.NONE, folder)) {
      for (BulkLine line : lines) {
        check(line, rules);
        rewrite(line);
      }
      rules.finish(problem -> assertThat(problem.message()).isNotBlank(), line -> {});
    } finally {
      Files.delete(folder);
    }
  }

  private static void check(BulkLine line, FileRules rules) {
    boolean[] refused = {false};
    line.problems().forEach(problem -> refused[0] |= told(problem));
    Findings out =
        (code, severity, pointer, arguments) ->
            refused[0] |= told(Problem.of(code, severity, line.place().at(pointer), arguments));
    RULES.check(line.type(), line.typeWord(), line.number(), line.record(), line.problems(), out);
    rules.accept(
        "f",
        line.number(),
        line.offset(),
        line.type(),
        line.record(),
        refused[0],
        line.digest(),
        out);
  }

  private static boolean told(Problem problem) {
    assertThat(problem.message()).isNotBlank();
    return problem.severity() == Severity.ERROR;
  }

  private static void rewrite(BulkLine line) {
    if (line.record() == null) {
      return;
    }
    for (Escaping escaping : Escaping.values()) {
      String written = Lines.write(line, escaping);
      BulkLine again = Lines.one(written);
      assertThat(again.type()).isEqualTo(line.type());
      assertThat(Lines.write(again, escaping)).isEqualTo(written);
    }
  }
}
