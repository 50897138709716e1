package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.Installation;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations as servers keep them in their databases. */
class ConfigurationTableTest {
  private static TestDatabase database(String engine) {
    return (engine.equals("postgres") ? TestDatabases.postgres() : TestDatabases.mariadb())
        .create();
  }

  private static DatabaseAddress address(TestDatabase database) {
    return DatabaseAddress.parse(database.address()).withPassword(database.server().password());
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void theActiveRowIsTheConfiguration(String engine) throws IOException {
    try (TestDatabase database = database(engine)) {
      database.run(
          "CREATE TABLE Configurations (Id varchar(26) PRIMARY KEY, Value text NOT NULL,"
              + " CreateAt bigint NOT NULL, Active boolean UNIQUE)",
          "INSERT INTO Configurations VALUES ('old', '{\"old\": true}', 1, NULL),"
              + " ('new', '{\"SqlSettings\": {\"DataSource\": \"postgres://h/new\"}}', 2, true),"
              + " ('older', '{}', 0, NULL)");
      Installation found =
          Installation.read(
              "mattermost:" + database.address(),
              Map.of(),
              any -> new ConfigurationTable(() -> null).active(address(database)));
      assertThat(found.database().database()).isEqualTo("new");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void aDatabaseWithoutOneHasNone(String engine) throws IOException {
    try (TestDatabase database = database(engine)) {
      assertThat(new ConfigurationTable(() -> null).active(address(database))).isNull();
      database.run(
          "CREATE TABLE Configurations (Id varchar(26) PRIMARY KEY, Value text, Active boolean)");
      assertThat(new ConfigurationTable(() -> null).active(address(database))).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void aPasswordThatTheAddressMustNotHoldIsAskedFor(String engine) throws IOException {
    try (TestDatabase database = database(engine)) {
      boolean postgres = database.server().isPostgres();
      database.run(
          "CREATE TABLE Configurations (Id varchar(26) PRIMARY KEY, Value text, Active boolean)",
          "INSERT INTO Configurations VALUES ('one', '{}', true)",
          "GRANT SELECT ON Configurations TO "
              + (postgres ? TestDatabase.READER : "'" + TestDatabase.READER + "'@'%'"));
      DatabaseAddress reader = DatabaseAddress.parse(database.address(TestDatabase.READER));
      assertThat(new ConfigurationTable(() -> TestDatabase.PASSWORD).active(reader))
          .isEqualTo("{}");
      for (String wrong : new String[] {null, "wrong"}) {
        assertThatThrownBy(() -> new ConfigurationTable(() -> wrong).active(reader))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(DatabaseProblem.LOGIN));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void aDatabaseThatIsNotThereIsToldAsForAnyOther(String engine) {
    try (TestDatabase database = database(engine)) {
      DatabaseAddress wrong =
          DatabaseAddress.parse(database.address() + "_none")
              .withPassword(database.server().password());
      assertThatThrownBy(() -> new ConfigurationTable(() -> null).active(wrong))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(DatabaseProblem.NOT_FOUND));
    }
  }
}
