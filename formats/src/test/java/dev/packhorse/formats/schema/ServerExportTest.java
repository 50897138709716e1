package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What real servers of 5.37 exported has no errors but those which their own importer raises:
 * schemes and roles are not exported, nor the teams of some channels, and what refers to them falls
 * with them. Exported without files, the lines name files that only the server's own disk has.
 */
class ServerExportTest {
  @ParameterizedTest
  @CsvSource({"postgres, 5.37", "postgres, 11.6", "mariadb, 5.37", "mariadb, 11.6"})
  void errors(String engine, String version) throws IOException {
    byte[] lines =
        Files.readAllBytes(Path.of("src/test/resources/servers/" + engine + "-export.jsonl"));
    TargetProfile target = TargetProfile.builder().version(TargetVersion.parse(version)).build();
    assertThat(new Inspection(target).run(lines, new byte[0], FileLookup.NONE).found)
        .filteredOn(found -> found.severity() == Severity.ERROR)
        .extracting(Inspection.Found::code)
        .containsOnly(
            "reference.scheme.unknown",
            "reference.role.unknown",
            "reference.team.unknown",
            "reference.team.refused",
            "reference.user.refused",
            version.equals("5.37") ? "attachment.not-checked" : "reference.role.unknown");
  }

  /** On a server that has all of it already, the same file can be imported again. */
  @ParameterizedTest
  @CsvSource({"postgres", "mariadb"})
  void againOnTheSameServer(String engine) throws IOException {
    byte[] lines =
        Files.readAllBytes(Path.of("src/test/resources/servers/" + engine + "-export.jsonl"));
    assertThat(new Inspection(TargetProfile.newest()).run(lines, lines, FileLookup.NONE).found)
        .filteredOn(found -> found.severity() == Severity.ERROR)
        .extracting(Inspection.Found::code)
        .containsOnly("reference.scheme.unknown", "reference.role.unknown");
  }
}
