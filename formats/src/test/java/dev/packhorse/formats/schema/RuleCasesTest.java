package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.schema.Inspection.Found;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code src/test/resources/rules}: what its bad lines give is what {@code
 * expected.txt} says. With {@code -Drules.update=true} that file is written instead.
 */
class RuleCasesTest {
  static List<RuleCase> cases() throws IOException {
    return RuleCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bad(RuleCase rule) throws IOException {
    List<Found> found = rule.findings("bad");
    if (Boolean.getBoolean("rules.update")) {
      rule.expect(found);
    }
    assertThat(found.stream().map(Found::toString)).isEqualTo(rule.expected()).isNotEmpty();
  }

  /** What the bad lines are blamed for, the good lines just escape. */
  @ParameterizedTest
  @MethodSource("cases")
  void good(RuleCase rule) throws IOException {
    assertThat(rule.findings("good"))
        .filteredOn(found -> found.severity() == dev.packhorse.formats.problem.Severity.ERROR)
        .isEmpty();
  }
}
