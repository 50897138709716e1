package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Packhorse;
import dev.packhorse.engine.Packhorse.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir Path folder;
  private Packhorse packhorse;
  private Path source;

  @BeforeEach
  void begin() throws IOException {
    packhorse = new Packhorse(folder.resolve("state"));
    source =
        Packhorse.lines(
            folder.resolve("in.jsonl"),
            "{\"type\":\"version\",\"version\":1}",
            "{\"type\":\"team\",\"team\":{\"name\":\"crew\",\"type\":\"X\"}}",
            "",
            "{\"type\":\"emoji\",\"emoji\":{\"name\":\"no spaces\"}}");
  }

  @Test
  void allProblemsAreFoundInOnePassEachWithPlaceSentenceAndHint() {
    Result result = packhorse.run("validate", source);
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.out())
        .contains("error team.type.invalid\n  in.jsonl, line 2, byte 31, /team/type\n")
        .contains("error team.display-name.missing")
        .contains("error line.blank\n  in.jsonl, line 3, byte 81\n  The line is empty.\n")
        .contains("error emoji.name.invalid", "error emoji.image.missing")
        .contains("Not valid: 5 errors, 0 warnings.");
  }

  @Test
  void jsonLinesEndInASummaryWithTheBalanceSheet() {
    Result result = packhorse.run("validate", source, "--json");
    assertThat(result.out().lines()).hasSize(6);
    assertThat(result.out().lines().findFirst().orElseThrow())
        .startsWith(
            "{\"message_type\":\"problem\",\"code\":\"team.display-name.missing\",\"severity\":\"error\","
                + "\"place\":{\"file\":\"in.jsonl\",\"line\":2,\"byte\":31,"
                + "\"pointer\":\"/team/display_name\"},\"message\":\"");
    assertThat(result.out().lines().skip(5).findFirst().orElseThrow())
        .startsWith("{\"message_type\":\"summary\",")
        .contains("\"type\":\"unreadable\",\"kind\":\"records\",\"read\":1,\"refused\":1")
        .endsWith("\"exit_code\":4}");
  }

  @Test
  void programsMayAskForProgressAsJsonLines() {
    Result result = packhorse.run("validate", source, "--json", "--progress", "always");
    assertThat(result.out().lines().findFirst().orElseThrow())
        .startsWith("{\"message_type\":\"status\",\"phase\":\"checking\",\"bytes_done\":0,");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void peopleSeeProgressOnlyIfTheyAskOrLookOn() {
    assertThat(packhorse.run("validate", source).err()).isEmpty();
    assertThat(packhorse.run("validate", source, "--progress", "always").err())
        .contains("checking", "128 B of 128 B");
  }

  @Test
  void theReportFileHoldsAllProblemsHoweverFewAreListed() throws IOException {
    Path report = folder.resolve("report.json");
    Result result = packhorse.run("validate", source, "--max-problems", 1, "--report", report);
    assertThat(result.out()).contains("… and 4 more");
    String text = Files.readString(report);
    assertThat(text.split("\"message_type\" : \"problem\"", -1)).hasSize(6);
    assertThat(text).contains("\"summary\" : {", "\"exit_code\" : 4");
  }

  @Test
  void standardInputIsReadLikeAFile() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("{\"type\":\"version\",\"version\":2}\n".getBytes()));
      Result result = packhorse.run("validate", "-");
      assertThat(result.exitCode()).isEqualTo(4);
      assertThat(result.out()).contains("version.unsupported");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aSourceThatIsNotThereIsSaidToBeMissing() {
    Result result = packhorse.run("validate", folder.resolve("nothing.zip"));
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("nothing.zip").doesNotContain("at dev.packhorse");
  }

  @Test
  void aWrongWordOnTheCommandLineGetsASuggestionAndNotAPageOfUsage() {
    Result result = packhorse.run("validate", source, "--max-problem", "3");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--max-problems").hasLineCount(3);
  }

  @Test
  void noMatterHowManyThreadsTheReportIsTheSame() {
    Path export = Path.of("src/test/resources/fixtures/postgres-export.jsonl");
    String one = packhorse.run("validate", export, "--threads", 1, "--json").out();
    String four = packhorse.run("validate", export, "--threads", 4, "--json").out();
    assertThat(withoutSeconds(four)).isEqualTo(withoutSeconds(one));
  }

  private static String withoutSeconds(String text) {
    return text.replaceAll("\"seconds\":[0-9.]+", "");
  }
}
