package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.formats.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to MySQL and MariaDB. */
abstract class MysqlSnapshots extends SnapshotContract {

  @Override
  protected String slow(int seconds) {
    return "SLEEP(" + seconds + ") = 0";
  }

  @Override
  protected void cut() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      List<Long> others = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = '"
                  + database.name()
                  + "' AND ID <> CONNECTION_ID()")) {
        while (rows.next()) {
          others.add(rows.getLong(1));
        }
      }
      for (long id : others) {
        statement.execute("KILL " + id);
      }
    }
  }

  @Override
  protected void grant(String... tables) {
    if (tables.length == 0) {
      database.run("GRANT SELECT ON " + database.name() + ".* TO reader");
    }
    for (String table : tables) {
      database.run("GRANT SELECT ON " + database.name() + "." + table + " TO reader");
    }
  }

  /** Most make up a certificate if they are given none; the newest can't be asked. */
  @Override
  protected boolean hasTls() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW VARIABLES LIKE 'have_ssl'")) {
      return !rows.next() || rows.getString(2).equals("YES");
    }
  }

  @Test
  void withoutTheReloadRightThereIsOneConnectionAndAWord() throws Exception {
    grant();
    try (Snapshot snapshot = Databases.open(reader(), SnapshotOptions.of(4))) {
      assertThat(snapshot.connections()).isEqualTo(1);
      assertThat(codes(snapshot)).containsExactly(DatabaseProblem.ONE_CONNECTION);
      assertThat(snapshot.problems().get(0).message()).contains("RELOAD");
      assertThat(Reads.rows(snapshot, Query.load("posts"))).isNotEmpty();
    }
  }

  @Test
  void aLongStatementOfSomebodyElseIsNotWaitedFor() throws Exception {
    Thread writing = new Thread(() -> database.run("INSERT INTO Systems SELECT 'slow', SLEEP(8)"));
    writing.start();
    Thread.sleep(300);
    long start = System.nanoTime();
    try (Snapshot snapshot = open(3)) {
      assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
      assertThat(snapshot.connections()).isEqualTo(1);
      assertThat(codes(snapshot)).containsExactly(DatabaseProblem.ONE_CONNECTION);
      // Nobody is kept from writing by a lock that was left behind.
      database.run("INSERT INTO Systems VALUES ('k', 'v')");
    } finally {
      writing.join();
      database.run("DELETE FROM Systems WHERE Name IN ('k', 'slow')");
    }
  }

  @Test
  void aTableWithoutSnapshotsIsNamed() throws Exception {
    database.run("CREATE TABLE Plain (Id varchar(26) PRIMARY KEY) ENGINE=MyISAM");
    try (Snapshot snapshot = open(1)) {
      assertThat(codes(snapshot)).containsExactly(DatabaseProblem.NO_SNAPSHOT);
      assertThat(snapshot.problems().get(0).message()).contains("Plain", "MyISAM");
    } finally {
      database.run("DROP TABLE Plain");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf8mb4 COLLATE utf8mb4_general_ci",
        "utf8mb4 COLLATE utf8mb4_bin",
        "utf8mb4 COLLATE utf8mb4_estonian_ci",
        "utf8mb4 COLLATE utf8mb4_lithuanian_ci",
        "utf8mb3 COLLATE utf8mb3_unicode_ci",
        "latin1 COLLATE latin1_german2_ci"
      })
  void everyIdFallsInExactlyOneRangeWhateverTheCollation(String collation) throws Exception {
    database.run(
        "CREATE TABLE Ranges (Id varchar(26) CHARACTER SET " + collation + " PRIMARY KEY, N int)");
    List<String> ids =
        new ArrayList<>(List.of("", " x", "~", "É", "ßß", "ZZ", "_", "é1", "0", "2"));
    for (char first : "013456789abcdefghijklmnopqrstuvwxyz".toCharArray()) {
      for (char second : "19Aahz_".toCharArray()) {
        ids.add("" + first + second + "q");
      }
    }
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT IGNORE INTO Ranges VALUES (?, 1)")) {
      for (String id : ids) {
        insert.setString(1, id);
        insert.execute();
      }
    }
    try (Snapshot whole = open(1);
        Snapshot parts = open(4, 1)) {
      List<List<String>> rows = Reads.rows(whole, Reads.whole(whole, "Ranges"));
      assertThat(rows).hasSizeGreaterThan(200);
      assertThat(Reads.rows(parts, Reads.whole(parts, "Ranges"))).isEqualTo(rows);
    } finally {
      database.run("DROP TABLE Ranges");
    }
  }

  @Test
  void textComesInUtf8FromAnyColumnAndKeepsItsNuls() throws Exception {
    String longest = "ä".repeat(32_767) + "x";
    database.run(
        """
        CREATE TABLE Texts (Id int PRIMARY KEY, `Trigger` varchar(50) CHARACTER SET latin1,
            `Desc` text, Bin mediumblob, Flag bit(1), Small tinyint(1), Kind enum('a','b'),
            D datetime, Num decimal(10,2), J json)""");
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO Texts VALUES (?, ?, ?, ?, b'1', 1, 'b', '2020-02-02 02:02:02', 12.5,"
                    + " '{\"a\": 1}')")) {
      insert.setInt(1, 1);
      insert.setString(2, "Grüße");
      insert.setString(3, "a\u0000b 😀");
      insert.setBytes(4, new byte[] {0, -1});
      insert.execute();
      insert.setInt(1, 2);
      insert.setString(3, longest);
      insert.execute();
    }
    try (Snapshot snapshot = open(1)) {
      List<List<String>> rows = Reads.rows(snapshot, Reads.whole(snapshot, "texts"));
      assertThat(rows.get(0))
          .containsExactly(
              "1",
              "Grüße",
              "a\u0000b 😀",
              "AP8=",
              "1",
              "1",
              "b",
              "2020-02-02 02:02:02",
              "12.50",
              "{\"a\": 1}");
      assertThat(rows.get(1).get(2)).isEqualTo(longest);
      Query numbers =
          Query.of(
              "numbers",
              "SELECT {number:Id}, {number:Flag}, {number:Small}, {number:Num} FROM {table:Texts}");
      assertThat(Reads.rows(snapshot, numbers).get(0)).containsExactly("1", "1", "1", "13");
    } finally {
      database.run("DROP TABLE Texts");
    }
  }

  @Test
  void tlsThatTheServerLacksIsRefused() {
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () ->
                        Databases.open(
                                DatabaseAddress.parse(database.address() + "?tls=true"),
                                SnapshotOptions.of(1))
                            .close())
                .problem()
                .code())
        .isIn(DatabaseProblem.TLS_REFUSED, DatabaseProblem.TLS_UNTRUSTED);
  }
}
