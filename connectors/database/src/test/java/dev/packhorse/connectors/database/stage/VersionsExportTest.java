package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.database.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows on further versions of the servers; those that are not to be had are named. */
@Tag("long")
class VersionsExportTest {
  private static final Map<TestServer, Exported> EXPECTED = new HashMap<>();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres:12",
        "postgres:13",
        "postgres:14",
        "postgres:15",
        "postgres:16",
        "postgres:17",
        "mysql:5.7",
        "mysql:8.0",
        "mysql:8.4",
        "mariadb:10.6",
        "mariadb:10.11"
      })
  void whoMayOnlyReadGetsTheSameLinesAsTheAdministratorOfTheUsualVersion(String image)
      throws IOException {
    TestServer server =
        TestDatabases.version(image).orElseGet(() -> Assumptions.abort("left out: " + image));
    TestServer usual = server.isPostgres() ? TestDatabases.postgres() : TestDatabases.mariadb();
    if (!EXPECTED.containsKey(usual)) {
      EXPECTED.put(usual, exported(usual, new Exported.Wish()));
    }
    Exported expected = EXPECTED.get(usual);
    Exported actual = exported(server, new Exported.Wish().asReader());
    assertThat(actual.lines.toByteArray()).isEqualTo(expected.lines.toByteArray());
    assertThat(actual.accounts).isEqualTo(expected.accounts);
    assertThat(actual.refused).isEmpty();
  }

  private Exported exported(TestServer server, Exported.Wish wish) throws IOException {
    try (TestDatabase database = server.create().withMattermost537()) {
      String all = server.isPostgres() ? "ALL TABLES IN SCHEMA public" : database.name() + ".*";
      database.run("GRANT SELECT ON " + all + " TO " + TestDatabase.READER);
      return Exported.of(database, Files.createTempDirectory(folder, "scratch"), wish);
    }
  }
}
