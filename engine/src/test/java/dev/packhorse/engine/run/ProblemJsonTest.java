package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.jsonl.LineProblem;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import org.junit.jupiter.api.Test;

/** The form is a promise to programs. */
class ProblemJsonTest {

  @Test
  void aProblemOfALineHasAllMembersInThisOrder() {
    Problem problem =
        Problem.of(LineProblem.BLANK, Severity.WARNING, new Place("a \"b\".jsonl", 7, 90, "/x~1y"));
    assertThat(ProblemJson.line(problem))
        .isEqualTo(
            "{\"message_type\":\"problem\",\"code\":\"line.blank\",\"severity\":\"warning\",\"place\":"
                + "{\"file\":\"a \\\"b\\\".jsonl\",\"line\":7,\"byte\":90,\"pointer\":\"/x~1y\"},"
                + "\"message\":\"The line is empty.\",\"hint\":\""
                + problem.hint()
                + "\"}");
  }

  @Test
  void aProblemOfAWholeFileHasNoLine() {
    assertThat(ProblemJson.line(Problem.of(LineProblem.BLANK, Place.file("a.zip"))))
        .contains("\"place\":{\"file\":\"a.zip\"},");
  }

  @Test
  void whateverTheDataHoldsItStaysOneLine() {
    Problem problem =
        Problem.of(
            LineProblem.UNKNOWN_TYPE, new Place("a", 1, 0, "/type"), "\n\u0000\"\u2028\ud800");
    assertThat(ProblemJson.line(problem)).doesNotContain("\n", "\u0000").endsWith("}");
  }
}
