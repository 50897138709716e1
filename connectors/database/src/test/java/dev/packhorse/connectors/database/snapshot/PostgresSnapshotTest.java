package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.database.testing.TestServer;
import dev.packhorse.formats.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL, and what is particular to it. */
class PostgresSnapshotTest extends SnapshotContract {

  @Override
  protected TestServer server() {
    return TestDatabases.postgres();
  }

  @Override
  protected String slow(int seconds) {
    return "pg_sleep(" + seconds + ") IS NOT NULL";
  }

  @Override
  protected void cut() throws SQLException {
    database.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + database.name()
            + "' AND pid <> pg_backend_pid()");
  }

  @Override
  protected void grant(String... tables) {
    if (tables.length == 0) {
      database.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
    }
    for (String table : tables) {
      database.run("GRANT SELECT ON " + table + " TO reader");
    }
  }

  @Override
  protected boolean hasRanges() throws SQLException {
    try (Connection connection = database.connect()) {
      return connection.getMetaData().getDatabaseMajorVersion() >= 14;
    }
  }

  @Test
  void limitsOfTheServerAreNotForUs() throws Exception {
    grant();
    database.run(
        "ALTER USER reader SET statement_timeout = 300",
        "ALTER USER reader SET idle_in_transaction_session_timeout = 300");
    database.run(
        """
        DO $$ BEGIN
          IF current_setting('transaction_timeout', true) IS NOT NULL THEN
            ALTER USER reader SET transaction_timeout = 500;
          END IF;
        END $$""");
    try (Snapshot snapshot = Databases.open(reader(), SnapshotOptions.of(2))) {
      Thread.sleep(700);
      Query slow =
          Query.of("slow", "SELECT {text:Id} FROM {table:Teams} WHERE pg_sleep(0.2) IS NOT NULL");
      assertThat(Reads.rows(snapshot, slow)).isNotEmpty();
    } finally {
      database.run("ALTER USER reader RESET ALL");
    }
  }

  @Test
  void fewerConnectionsThanWantedAreTold() throws Exception {
    grant();
    database.run("ALTER USER reader CONNECTION LIMIT 2");
    try (Snapshot snapshot = Databases.open(reader(), SnapshotOptions.of(4))) {
      assertThat(snapshot.connections()).isEqualTo(2);
      assertThat(codes(snapshot)).containsExactly(DatabaseProblem.FEWER_CONNECTIONS);
      assertThat(snapshot.problems().get(0).message()).contains("over 2", "instead of 4");
      assertThat(Reads.rows(snapshot, Query.load("posts"))).isNotEmpty();
      assertThat(
              catchThrowableOfType(
                      ProblemException.class,
                      () -> Databases.open(reader(), SnapshotOptions.of(1)).close())
                  .problem()
                  .code())
          .isEqualTo(DatabaseProblem.TOO_MANY_CONNECTIONS);
    } finally {
      database.run("ALTER USER reader CONNECTION LIMIT -1");
    }
  }

  @Test
  void onlyTheSchemaOfTheConnectionIsLookedAt() throws Exception {
    database.run("CREATE SCHEMA older", "CREATE TABLE older.leftover (id int)");
    try (Snapshot snapshot = open(1)) {
      assertThat(snapshot.catalogue().has("leftover")).isFalse();
    }
    DatabaseAddress other = DatabaseAddress.parse(database.address() + "?search_path=older");
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> Databases.open(other, SnapshotOptions.of(1)).close())
                .problem()
                .code())
        .isEqualTo(DatabaseProblem.NOT_MATTERMOST);
    database.run("DROP SCHEMA older CASCADE");
  }

  @Test
  void typesOfNewerSchemasComeAsTextAndNumbers() throws Exception {
    database.run(
        "CREATE TYPE channel_kind AS ENUM ('O', 'D')",
        """
        CREATE TABLE "Odd" ("Trigger" channel_kind, "Desc" jsonb, j json, b boolean, s smallint,
            n numeric, f float8, c char(6), u uuid, t timestamptz, a varchar[], x bytea, txt text)""",
        """
        INSERT INTO "Odd" VALUES ('D', '{"a": "\\u00e9"}', '{"b":1.10}', true, -7, 12.5, 1e300,
            'ab', '00000000-0000-0000-0000-000000000001', '2020-02-02 02:02:02+02',
            '{a,b}', '\\x00ff', '42')""",
        "INSERT INTO \"Odd\" DEFAULT VALUES");
    try (Snapshot snapshot = open(1)) {
      Query whole = Reads.whole(snapshot, "odd");
      List<List<String>> rows = Reads.rows(snapshot, whole);
      assertThat(rows.get(0))
          .containsExactly(
              "D",
              "{\"a\": \"é\"}",
              "{\"b\":1.10}",
              "1",
              "-7",
              "12.5",
              "1e+300",
              "ab    ",
              "00000000-0000-0000-0000-000000000001",
              "2020-02-02 00:02:02+00",
              "{a,b}",
              "AP8=",
              "42");
      assertThat(rows.get(1)).containsOnlyNulls();
      Query numbers =
          Query.of(
              "numbers",
              "SELECT {number:b}, {number:s}, {number:n}, {number:txt}, {number:Trigger}"
                  + " FROM {table:odd} WHERE {column:Desc} IS NOT NULL");
      assertThat(Reads.rows(snapshot, numbers).get(0)).containsExactly("1", "-7", "13", "42", null);
      assertThat(snapshot.catalogue().column("odd", "TRIGGER").orElseThrow())
          .isEqualTo(new Catalogue.Column("Trigger", "channel_kind", Form.TEXT));
    } finally {
      database.run("DROP TABLE \"Odd\"", "DROP TYPE channel_kind");
    }
  }

  @Test
  void rowsThatAPolicyHidesAreAnError() throws Exception {
    grant();
    database.run("ALTER TABLE posts ENABLE ROW LEVEL SECURITY");
    try (Snapshot snapshot = Databases.open(reader(), SnapshotOptions.of(1))) {
      assertThat(
              catchThrowableOfType(
                      ProblemException.class, () -> Reads.rows(snapshot, Query.load("posts")))
                  .problem()
                  .code())
          .isEqualTo(DatabaseProblem.READ);
    } finally {
      database.run("ALTER TABLE posts DISABLE ROW LEVEL SECURITY");
    }
  }

  @Test
  void aTableThatIsLockedForLongIsToldAndNothingIsLeftBehind() throws Exception {
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE emoji IN ACCESS EXCLUSIVE MODE");
      assertThat(
              catchThrowableOfType(ProblemException.class, () -> open(1).close()).problem().code())
          .isEqualTo(DatabaseProblem.TIMED_OUT);
      other.rollback();
    }
  }
}
