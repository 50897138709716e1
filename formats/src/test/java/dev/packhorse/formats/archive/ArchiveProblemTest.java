package dev.packhorse.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.ProblemPage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveProblemTest {
  @ParameterizedTest
  @EnumSource
  void each_problem_has_its_page_of_the_same_code_and_severity(ArchiveProblem problem) {
    ProblemPage page = Catalogue.page(problem.code());
    assertThat(page.code()).isEqualTo(problem.code());
    assertThat(page.severity()).isEqualTo(problem.severity());
    assertThat(page.body()).contains("## What it means", "## What a Mattermost server does");
    assertThat(page.body()).contains("## How to mend it").doesNotContainPattern("\\{\\d}");
  }

  @ParameterizedTest
  @EnumSource
  void each_sentence_uses_the_values_it_is_given_and_no_others(ArchiveProblem problem) {
    ProblemPage page = Catalogue.page(problem.code());
    List<String> marks =
        IntStream.rangeClosed(0, problem.details()).mapToObj(i -> "<" + i + ">").toList();
    String sentence = page.message(marks);
    assertThat(sentence)
        .satisfies(text -> marks.stream().skip(1).forEach(m -> assertThat(text).contains(m)));
    // A placeholder beyond the values would be filled with nothing here, and with a mark there.
    String sentenceOfMany = page.message(Collections.nCopies(9, "<#>"));
    assertThat(sentence.replaceAll("<\\d>", "<#>")).isEqualTo(sentenceOfMany);
  }
}
