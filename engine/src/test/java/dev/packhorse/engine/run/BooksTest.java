package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.run.BalanceSheet.Column;
import dev.packhorse.engine.run.BalanceSheet.Row;
import dev.packhorse.engine.transform.Repair;
import dev.packhorse.formats.jsonl.LineProblem;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The balance sheet and what is kept of a survey. */
class BooksTest {
  @TempDir Path folder;

  private static long[] kinds(long records, long replies) {
    long[] kinds = new long[Kind.values().length];
    kinds[Kind.RECORDS.ordinal()] = records;
    kinds[Kind.REPLIES.ordinal()] = replies;
    return kinds;
  }

  private static BalanceSheet sheet() {
    BalanceSheet sheet = new BalanceSheet();
    sheet.add(RecordType.POST, Column.READ, kinds(10, 4));
    sheet.add(RecordType.POST, Column.ADDED, kinds(0, 2));
    sheet.add(RecordType.POST, Column.WRITTEN, kinds(7, 5));
    sheet.add(RecordType.POST, Column.REFUSED, kinds(2, 1));
    sheet.add(RecordType.POST, Column.MERGED, kinds(1, 0));
    sheet.add(null, Column.READ, kinds(3, 0));
    sheet.add(null, Column.REFUSED, kinds(3, 0));
    return sheet;
  }

  @Test
  void rowsComeByTypeAndKindAndSayWhetherTheyBalance() {
    assertThat(sheet().rows())
        .containsExactly(
            new Row("post", Kind.RECORDS, 10, 0, 7, 2, 1),
            new Row("post", Kind.REPLIES, 4, 2, 5, 1, 0),
            new Row("unreadable", Kind.RECORDS, 3, 0, 0, 3, 0))
        .allMatch(Row::balanced);
    assertThat(new Row("post", Kind.RECORDS, 10, 0, 7, 2, 0).balanced()).isFalse();
  }

  @Test
  void totalsGoOverAllTypes() {
    assertThat(sheet().total(Kind.RECORDS, Column.READ)).isEqualTo(13);
    assertThat(sheet().total(Kind.REPLIES, Column.ADDED)).isEqualTo(2);
    assertThat(sheet().total(Kind.REACTIONS, Column.READ)).isZero();
  }

  @Test
  void sheetsAddUp() {
    BalanceSheet both = sheet();
    both.add(sheet());
    assertThat(both.total(Kind.RECORDS, Column.REFUSED)).isEqualTo(10);
    assertThat(both.rows()).allMatch(Row::balanced);
  }

  @Test
  void aSheetComesBackAsItWasSaved() {
    Properties saved = new Properties();
    sheet().save("a", saved);
    BalanceSheet loaded = new BalanceSheet();
    loaded.add(RecordType.TEAM, Column.READ, kinds(9, 0));
    loaded.load("a", saved);
    assertThat(loaded.rows()).isEqualTo(sheet().rows());
    loaded.load("b", saved);
    assertThat(loaded.rows()).as("another prefix").isEmpty();
  }

  @Test
  void theResultOfASurveyComesBackAsItWasSaved() throws IOException {
    SurveyResult result = new SurveyResult();
    Place place = Place.file("in.jsonl");
    result.note(Problem.of(LineProblem.NOT_JSON, place, "x"));
    result.note(Problem.of(LineProblem.NOT_JSON, place, "x"));
    result.note(Problem.of(LineProblem.NOT_JSON, Severity.WARNING, place, "x"));
    result.note(Problem.of(Repair.ORDER, place));
    result.balance().add(sheet());
    result.read(1234);
    result.damage();
    Path file = folder.resolve("survey.properties");
    result.save(file);
    SurveyResult loaded = SurveyResult.load(file);
    assertThat(loaded.count(Severity.ERROR)).isEqualTo(2);
    assertThat(loaded.count(Severity.WARNING)).isEqualTo(1);
    assertThat(loaded.byCode()).isEqualTo(result.byCode()).containsEntry("line.not-json", 3L);
    assertThat(loaded.repairs()).isEqualTo(result.repairs()).containsOnlyKeys("repair.order");
    assertThat(loaded.balance().rows()).isEqualTo(sheet().rows());
    assertThat(loaded.bytes()).isEqualTo(1234);
    assertThat(loaded.damaged()).isTrue();
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }
}
