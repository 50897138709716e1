package dev.packhorse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MattermostDatabaseTest {
  private static final int POSTS = 20_000;
  private static TestDatabase database;

  @BeforeAll
  static void fill() throws Exception {
    database = filled(POSTS, 1);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static TestDatabase filled(int posts, long seed) throws Exception {
    TestDatabase empty = TestDatabases.postgres().create();
    MattermostDatabase.fill(empty::connect, DatabaseOptions.of(posts, seed));
    return empty;
  }

  private static String ask(TestDatabase from, String sql) throws SQLException {
    try (Connection connection = from.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @ParameterizedTest(name = "{2} to {3} percent of the posts: {0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "posts | rootid <> '' | 32 | 37",
        "posts | deleteat > 0 AND originalid = '' | 1 | 3",
        "posts | originalid <> '' | 1 | 3",
        "posts | type LIKE 'system_%' | 1 | 4",
        "posts | channelid IN (SELECT id FROM channels WHERE type IN ('D', 'G')) | 8 | 18",
        "posts | fileids <> '[]' | 4 | 6",
        "reactions | true | 30 | 50",
      })
  void thePostsHaveTheUsualShares(String table, String condition, int least, int most)
      throws SQLException {
    int count =
        Integer.parseInt(ask(database, "SELECT count(*) FROM " + table + " WHERE " + condition));
    assertThat(count * 100 / POSTS).isBetween(least, most);
  }

  @Test
  void thereAreAsManyPostsAsAskedFor() throws SQLException {
    assertThat(ask(database, "SELECT count(*) FROM posts")).isEqualTo("" + POSTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM posts p LEFT JOIN users u ON u.id = p.userid WHERE u.id IS NULL",
        "SELECT count(*) FROM posts p LEFT JOIN channels c ON c.id = p.channelid WHERE c.id IS NULL",
        "SELECT count(*) FROM posts p JOIN posts r ON r.id = p.rootid WHERE r.rootid <> '' OR r.channelid"
            + " <> p.channelid OR r.createat >= p.createat",
        "SELECT count(*) FROM posts p WHERE rootid <> '' AND NOT EXISTS (SELECT 1 FROM posts r WHERE"
            + " r.id = p.rootid)",
        "SELECT count(*) FROM reactions r LEFT JOIN posts p ON p.id = r.postid WHERE p.id IS NULL OR NOT"
            + " p.hasreactions OR r.channelid <> p.channelid",
        "SELECT count(*) FROM fileinfo f LEFT JOIN posts p ON p.id = f.postid WHERE p.id IS NULL OR"
            + " strpos(p.fileids, f.id) = 0",
        "SELECT count(*) FROM threads t WHERE replycount <> (SELECT count(*) FROM posts p WHERE p.rootid ="
            + " t.postid AND p.deleteat = 0)",
        "SELECT count(*) FROM channels c WHERE totalmsgcount <> (SELECT count(*) FROM posts p WHERE"
            + " p.channelid = c.id AND p.deleteat = 0 AND p.type = '')",
        "SELECT count(*) FROM channelmembers m JOIN channels c ON c.id = m.channelid WHERE c.teamid <> ''"
            + " AND NOT EXISTS (SELECT 1 FROM teammembers t WHERE t.teamid = c.teamid AND t.userid ="
            + " m.userid) AND (SELECT count(*) FROM channelmembers o WHERE o.channelid = c.id) > 1"
      })
  void theRowsFitTogether(String wrong) throws SQLException {
    assertThat(ask(database, wrong)).isEqualTo("0");
  }

  @Test
  void theSameSeedGivesTheSameRowsAndAnotherOneOthers() throws Exception {
    String rows =
        "SELECT md5(string_agg(p::text, '' ORDER BY id)) || (SELECT md5(string_agg(m::text, ''"
            + " ORDER BY channelid, userid)) FROM channelmembers m) FROM posts p";
    try (TestDatabase one = filled(500, 7);
        TestDatabase same = filled(500, 7);
        TestDatabase other = filled(500, 8)) {
      assertThat(ask(same, rows)).isEqualTo(ask(one, rows)).isNotEqualTo(ask(other, rows));
    }
  }
}
