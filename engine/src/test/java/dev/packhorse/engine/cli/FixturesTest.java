package dev.packhorse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Golden;
import dev.packhorse.engine.Packhorse;
import dev.packhorse.engine.SharedFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of real servers and archives of the server's own tests, with what is wrong with them. */
class FixturesTest {
  private static final Path OWN = Path.of("src/test/resources/fixtures");

  @TempDir Path folder;

  private Packhorse packhorse() {
    return new Packhorse(folder.resolve("state"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres-export.jsonl",
        "postgres-export-attachments.zip",
        "mariadb-export.jsonl",
        "mariadb-export-attachments.zip"
      })
  void anExportOfARealServerHasTheFindingsThatItsReadmeExplains(String name) {
    Packhorse.Result result =
        packhorse().run("validate", OWN.resolve(name), "--verbose", "--max-problems", 10_000);
    assertThat(result.exitCode()).isEqualTo(4);
    Golden.file("fixtures/" + name + ".expected").equalTo(withoutRate(result.out()));
  }

  @ParameterizedTest
  @CsvSource({
    "export_test.zip, 4",
    "export_test_with_nested_jsonl.zip, 0",
    "import_test.zip, 0",
    "import_test-5.37.zip, 0"
  })
  void anArchiveOfTheServersOwnTestsHasTheFindingsThatItsReadmeExplains(String name, int exitCode) {
    Path archive = SharedFixtures.file("mattermost-tests/" + name);
    Packhorse.Result result = packhorse().run("validate", archive, "-v", "--max-problems", 10_000);
    assertThat(result.exitCode()).as(result.out()).isEqualTo(exitCode);
    Golden.file("fixtures/" + name + ".expected").equalTo(withoutRate(result.out()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void aServerExportComesOutAsItWentInToTheByte(String database) throws IOException {
    Path source = OWN.resolve(database + "-export-attachments.zip");
    Path target = folder.resolve("out.zip");
    Packhorse.Result result =
        packhorse().run("migrate", source, target, "--existing", OWN.resolve("existing.jsonl"));
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(lines(target)).isEqualTo(lines(source));
    try (ZipFile before = new ZipFile(source.toFile());
        ZipFile after = new ZipFile(target.toFile())) {
      assertThat(after.size()).isEqualTo(before.size());
      for (ZipEntry entry : before.stream().toList()) {
        try (InputStream was = before.getInputStream(entry);
            InputStream is = after.getInputStream(after.getEntry(entry.getName()))) {
          assertThat(is).as(entry.getName()).hasSameContentAs(was);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "export_test.zip, 0",
    "export_test_with_nested_jsonl.zip, 0",
    "import_test.zip, 0",
    "import_test-5.37.zip, 0"
  })
  void anArchiveOfTheServersOwnTestsComesOutAsItWentIn(String name, int exitCode)
      throws IOException {
    Path source = SharedFixtures.file("mattermost-tests/" + name);
    Path target = folder.resolve("out.zip");
    Packhorse.Result result =
        packhorse().run("migrate", source, target, "--max-users-per-team", 1000);
    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
    assertThat(lines(target)).isEqualTo(lines(source));
  }

  @Test
  void attachmentsOfAnArchiveForServer537AreFoundByAServerOfToday() {
    Path source = SharedFixtures.file("mattermost-tests/import_test-5.37.zip");
    Path target = folder.resolve("out.zip");
    assertThat(packhorse().run("validate", source).out()).contains("attachment.file.missing");
    assertThat(packhorse().run("migrate", source, target).out()).contains("and 3 files");
    assertThat(packhorse().run("validate", target).out()).doesNotContain("warning attachment");
  }

  private static byte[] lines(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("import.jsonl"))) {
      return in.readAllBytes();
    }
  }

  private static String withoutRate(String text) {
    return text.replaceAll("\\([^()]* read in [^()]*\\)", "(…)");
  }

  static {
    assertThat(Files.isDirectory(OWN)).isTrue();
  }
}
