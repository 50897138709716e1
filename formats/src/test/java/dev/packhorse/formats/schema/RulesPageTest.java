package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemPage;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rules, the codes, their pages and the cases tell the same. */
class RulesPageTest {
  private static final Path TABLE = Path.of("../docs/reference/rules.md");
  private static final Pattern RULE = Pattern.compile("[VAMT]-([A-Z]+-)?\\d+");

  /**
   * @param rule null for a finding without a rule id
   */
  record Row(String rule, List<String> codes, List<Severity> severities, String folder) {
    @Override
    public String toString() {
      return folder;
    }
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      List<String> cells = cells(line);
      if (cells.size() == 5 && RULE.matcher(cells.get(0)).matches()) {
        rows.add(row(cells.get(0), cells.get(1), cells.get(2), cells.get(4)));
      } else if (cells.size() == 3 && cells.get(0).startsWith("[")) {
        rows.add(row(null, cells.get(0), cells.get(1), cells.get(2)));
      }
    }
    return rows;
  }

  private static Row row(String rule, String codes, String severities, String folder) {
    return new Row(
        rule,
        Pattern.compile("\\[([^\\]]+)\\]").matcher(codes).results().map(m -> m.group(1)).toList(),
        Pattern.compile("\\w+")
            .matcher(severities)
            .results()
            .map(m -> Severity.valueOf(m.group().toUpperCase(java.util.Locale.ROOT)))
            .toList(),
        folder.replace("`", ""));
  }

  private static List<String> cells(String line) {
    String[] parts = line.split("\\|", -1);
    List<String> cells = new ArrayList<>();
    for (int i = 1; i < parts.length - 1; i++) {
      cells.add(parts[i].strip());
    }
    return cells;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowHasCasesThatShowIt(Row row) throws IOException {
    RuleCase rule = new RuleCase(RuleCase.FOLDER.resolve(row.folder));
    assertThat(codes(rule.findings("bad"))).containsAll(row.codes).isNotEmpty();
    assertThat(codes(rule.findings("good"))).doesNotContainAnyElementsOf(row.codes);
  }

  private static List<String> codes(List<Inspection.Found> found) {
    return found.stream().map(Inspection.Found::code).distinct().toList();
  }

  @Test
  void theTableSaysOfEachCodeWhatItsPageSays() throws IOException {
    Map<String, TreeSet<String>> rules = new TreeMap<>();
    for (Row row : rows()) {
      assertThat(row.severities).as(row.folder).hasSameSizeAs(row.codes);
      for (int i = 0; i < row.codes.size(); i++) {
        String code = row.codes.get(i);
        assertThat(Catalogue.page(code).severity()).as(code).isEqualTo(row.severities.get(i));
        TreeSet<String> ofCode = rules.computeIfAbsent(code, any -> new TreeSet<>());
        if (row.rule != null) {
          ofCode.add(row.rule);
        }
      }
    }
    for (ProblemCode code : SchemaProblems.all()) {
      ProblemPage page = Catalogue.page(code.code());
      assertThat(page.code()).isEqualTo(code.code());
      assertThat(page.severity()).as(code.code()).isEqualTo(code.severity());
      assertThat(rules).containsKey(code.code());
      assertThat(rules.get(code.code()))
          .as(code.code())
          .containsExactlyInAnyOrderElementsOf(page.rules());
    }
  }

  @Test
  void noRuleStandsTwiceAndNoCaseIsWithoutARow() throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      List<String> cells = cells(line);
      if (!cells.isEmpty() && RULE.matcher(cells.get(0)).matches()) {
        ids.add(cells.get(0));
      }
    }
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(250);
    List<String> folders = rows().stream().map(Row::folder).distinct().toList();
    assertThat(RuleCase.all().stream().map(RuleCase::name).toList())
        .allMatch(name -> folders.contains(name) || name.startsWith("X-"));
  }

  /** Pages of other packages are theirs to test; a page of nobody is a page too many. */
  @Test
  void everyPageHasACode() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    SchemaProblems.all().forEach(code -> codes.add(code.code()));
    assertThat(codes).hasSameSizeAs(SchemaProblems.all());
    try (var pages = Files.list(Path.of("../docs/reference/problems"))) {
      String prefixes =
          "role scheme team channel user membership bot emoji image post reply thread "
              + "follower reaction attachment direct-channel direct-post reference version";
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replace(".md", ""))
                  .filter(code -> List.of(prefixes.split(" ")).contains(code.split("\\.")[0]))
                  .collect(Collectors.toList()))
          .allMatch(codes::contains);
    }
  }
}
