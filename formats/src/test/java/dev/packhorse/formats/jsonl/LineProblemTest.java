package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemPage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineProblemTest {
  @ParameterizedTest
  @EnumSource
  void each_problem_has_its_page_of_the_same_code_and_severity(LineProblem problem) {
    ProblemPage page = Catalogue.page(problem.code());
    assertThat(page.code()).isEqualTo(problem.code());
    assertThat(page.severity()).isEqualTo(problem.severity());
    assertThat(page.body()).startsWith("# " + problem.code()).doesNotContainPattern("\\{\\d}");
  }

  @Test
  void each_problem_occurs_and_its_sentence_has_all_the_values_that_it_speaks_of() {
    Set<LineProblem> seen = new HashSet<>();
    for (Problem problem : provoked()) {
      LineProblem code = (LineProblem) problem.code();
      seen.add(code);
      ProblemPage page = Catalogue.page(code.code());
      List<String> marks = Collections.nCopies(problem.arguments().size(), "<#>");
      // A placeholder without a value would be filled with nothing here, and with a mark there.
      assertThat(page.message(marks)).isEqualTo(page.message(Collections.nCopies(9, "<#>")));
      assertThat(page.hint(marks)).isEqualTo(page.hint(Collections.nCopies(9, "<#>")));
      assertThat(problem.message()).doesNotContainPattern("\\{\\d}").isNotBlank();
    }
    assertThat(seen).containsExactlyInAnyOrder(LineProblem.values());
  }

  private static List<Problem> provoked() {
    List<Problem> found = new ArrayList<>();
    String[] lines = {
      "\uFEFF{}x",
      "",
      "{",
      "[]",
      "{\"type\":\"poll\"}",
      Lines.post("\"create_at\":1.0,\"create_at\":99999999999999999999,\"Message\":\"\\ud800\""),
      Lines.post("\"props\":{\"a\":12345678901234567,\"b\":1e999},\"x\":1"),
      "{\"type\":\"user\",\"user\":{\"custom_status\":{\"expires_at\":\"soon\"}}}",
      Lines.post("\"flagged_by\":[" + "\"\",".repeat(ObjectReader.MOST_PARTS) + "\"\"]"),
      Lines.post("\"x\":1,".repeat(300) + "\"y\":1"),
      Lines.post(
          "\"props\":{\"a\":\"" + "a".repeat(8 << 20) + "\"}" + ",\"props\":{\"b\":1}".repeat(100)),
    };
    for (String line : lines) {
      Lines.read(line + "\n").forEach(read -> found.addAll(read.problems()));
    }
    found.addAll(Lines.one(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}).problems());
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    large.writeBytes(new byte[LineBlockReader.LONGEST_LINE + 1]);
    found.addAll(Lines.one(large.toByteArray()).problems());
    return found;
  }
}
