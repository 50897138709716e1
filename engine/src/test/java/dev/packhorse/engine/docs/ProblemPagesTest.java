package dev.packhorse.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Golden;
import dev.packhorse.engine.transform.Repair;
import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemPage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes and pages are one-to-one, and the index page lists them all. */
class ProblemPagesTest {

  @Test
  void everyCodeHasAPageOfItsNameAndSeverityAndNoPageIsWithoutACode() throws IOException {
    for (ProblemCode code : Pages.codes()) {
      ProblemPage page = ProblemPage.parse(Pages.text(Pages.PROBLEMS.resolve(code.code() + ".md")));
      assertThat(page.code()).isEqualTo(code.code());
      assertThat(page.severity()).as(code.code()).isEqualTo(code.severity());
      assertThat(page.message(List.of())).as(code.code()).endsWith(".");
    }
    try (Stream<java.nio.file.Path> pages = Files.list(Pages.PROBLEMS)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replaceFirst("\\.md$", ""))
                  .filter(name -> !name.equals("README")))
          .containsExactlyInAnyOrderElementsOf(
              Pages.codes().stream().map(ProblemCode::code).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Repair.class)
  void everyRepairHasAPageInTheProgramOfTheSameSeverity(Repair repair) {
    ProblemPage page = Catalogue.page(repair.code());
    assertThat(page.severity()).isEqualTo(repair.severity());
    assertThat(repair.code()).startsWith("repair.");
  }

  @Test
  void theIndexListsEveryCodeWithItsSeverityAndSentence() {
    Golden.page("reference/problems/README.md").equalTo(index());
  }

  private static String index() {
    Map<String, List<ProblemCode>> groups =
        Pages.codes().stream()
            .collect(
                Collectors.groupingBy(
                    code -> code.code().split("\\.")[0], TreeMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder();
    page.append("# Problem codes\n\n");
    page.append("Everything that a check can find, ").append(Pages.codes().size());
    page.append(" codes. `packhorse explain CODE` shows the page of a code. Names are never");
    page.append(" changed, so that scripts may rely on them. In a sentence, {0} and so on stand");
    page.append(" for what was found.\n\n");
    page.append("- **error**: the record can't be imported, or something of it would be lost.\n");
    page.append("- **warning**: it is imported, but not as the file says, or endangers other");
    page.append(" data.\n");
    page.append("- **info**: worth knowing; nothing needs to be done.\n\n");
    page.append("A test keeps this page equal to the pages of the codes. The rules behind the");
    page.append(" codes are in [rules.md](../rules.md).\n");
    groups.forEach((group, codes) -> page.append(table(group, codes)));
    return page.toString();
  }

  private static String table(String group, List<ProblemCode> codes) {
    StringBuilder table = new StringBuilder("\n## " + group + "\n\n");
    table.append("| code | severity | sentence |\n|---|---|---|\n");
    codes.stream()
        .sorted(Comparator.comparing(ProblemCode::code))
        .forEach(
            code -> {
              String name = code.code();
              String sentence = raw(Catalogue.page(name)).replace("|", "\\|");
              table.append("| [" + name + "](" + name + ".md) | " + code.severity().word());
              table.append(" | " + sentence + " |\n");
            });
    return table.toString();
  }

  /** The sentence with its places for values left open. */
  private static String raw(ProblemPage page) {
    return page.message(List.of("{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}"));
  }
}
