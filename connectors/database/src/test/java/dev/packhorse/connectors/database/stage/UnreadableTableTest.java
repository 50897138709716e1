package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.snapshot.DatabaseProblem;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who exports need not be allowed to read what is not wanted. */
class UnreadableTableTest {
  @TempDir private Path folder;

  @Test
  void aTableThatIsNotWantedNeedNotBeReadable() throws IOException {
    try (TestDatabase database = withoutRightToWebhooks();
        DatabaseSource source = source(database, Part.USUAL)) {
      source.stage(Staging.UNWATCHED);
      assertThat(source.problems())
          .filteredOn(problem -> problem.code().code().equals("data.table.not-counted"))
          .extracting(problem -> problem.place().file())
          .containsExactly("IncomingWebhooks");
      assertThat(source.accounts()).noneMatch(one -> one.table().equals("IncomingWebhooks"));
      assertThat(source.accounts()).allMatch(one -> one.unexplained() == 0);
    }
  }

  @Test
  void aTableThatIsWantedAndNotReadableEndsTheRun() throws IOException {
    Set<Part> parts = EnumSet.copyOf(Part.USUAL);
    parts.add(Part.INTEGRATIONS);
    try (TestDatabase database = withoutRightToWebhooks();
        DatabaseSource source = source(database, parts)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> source.stage(Staging.UNWATCHED))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(DatabaseProblem.READ));
    }
  }

  @Test
  void aWantedTableThatMysqlHidesIsNamed() throws IOException {
    Set<Part> parts = EnumSet.copyOf(Part.USUAL);
    parts.add(Part.INTEGRATIONS);
    try (TestDatabase database = TestDatabases.mariadb().create().withMattermost537()) {
      for (String table : tables(database)) {
        if (!table.equals("IncomingWebhooks")) {
          database.run("GRANT SELECT ON " + table + " TO '" + TestDatabase.READER + "'@'%'");
        }
      }
      assertThat(notSeen(database, parts)).contains("IncomingWebhooks").doesNotContain("Commands");
      assertThat(notSeen(database, Part.USUAL)).isEmpty();
      database.run(
          "GRANT SELECT ON " + database.name() + ".* TO '" + TestDatabase.READER + "'@'%'");
      assertThat(notSeen(database, parts)).as("what is not seen is not there").isEmpty();
    }
  }

  private static List<String> tables(TestDatabase database) {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.connect();
        ResultSet rows = connection.createStatement().executeQuery("SHOW TABLES")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return tables;
  }

  private List<String> notSeen(TestDatabase database, Set<Part> parts) throws IOException {
    try (DatabaseSource source = source(database, parts)) {
      source.stage(Staging.UNWATCHED);
      List<String> tables =
          source.problems().stream()
              .filter(problem -> problem.code().code().equals("data.table.not-seen"))
              .map(problem -> problem.place().file())
              .toList();
      new Stage(folder.resolve("stage"), null, null, 1).clear();
      return tables;
    }
  }

  private static TestDatabase withoutRightToWebhooks() {
    TestDatabase database = TestDatabases.postgres().create().withMattermost537();
    database.run(
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + TestDatabase.READER,
        "REVOKE SELECT ON incomingwebhooks FROM " + TestDatabase.READER);
    return database;
  }

  private DatabaseSource source(TestDatabase database, Set<Part> parts) {
    SourceOptions options =
        new SourceOptions(
            folder,
            false,
            TargetProfile.newest(),
            parts,
            null,
            () -> TestDatabase.PASSWORD,
            2,
            0,
            false,
            null);
    return new DatabaseSource(
        database.name(),
        DatabaseAddress.parse(database.address(TestDatabase.READER)),
        options,
        null,
        List.of(),
        List.of());
  }
}
