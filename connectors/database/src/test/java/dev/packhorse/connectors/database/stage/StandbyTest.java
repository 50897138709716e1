package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.database.snapshot.DatabaseProblem;
import dev.packhorse.connectors.database.snapshot.SnapshotLost;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.database.testing.TestServer;
import dev.packhorse.connectors.spi.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A read replica: a real standby that follows its primary and lets no reader hold it up. */
@Tag("long")
@Timeout(60)
class StandbyTest {
  private static TestDatabase primary;
  private static TestServer standby;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    primary = TestDatabases.postgres().create().withMattermost537();
    primary.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + TestDatabase.READER);
    standby = TestDatabases.standby();
    waitForStandby();
  }

  @AfterAll
  static void drop() {
    primary.close();
  }

  @Test
  void aStandbyGivesTheSameLinesAsItsPrimary() throws IOException {
    assertThat(exported("standby", standby).lines.toByteArray())
        .isEqualTo(exported("primary", primary.server()).lines.toByteArray());
  }

  @Test
  void readingThatRecoveryCancelsBeginsAnewWithAdvice() throws IOException {
    byte[] undisturbed = exported("primary", primary.server()).lines.toByteArray();
    Vacuum vacuum = new Vacuum(2);
    Path scratch = Files.createDirectory(folder.resolve("disturbed"));
    try (DatabaseSource source = source(scratch)) {
      source.stage(vacuum);
    }
    assertThat(vacuum.notes)
        .hasSize(2)
        .allMatch(note -> note.contains("conflict with recovery"))
        .allMatch(note -> note.contains("hot_standby_feedback"))
        .allMatch(note -> note.contains("Reading begins anew"));
    Exported exported = Exported.of(primary.on(standby), scratch, wish());
    assertThat(exported.lines.toByteArray()).isEqualTo(undisturbed);
  }

  @Test
  void readingThatRecoveryCancelsTooOftenEnds() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    try (DatabaseSource source = source(scratch)) {
      assertThatThrownBy(() -> source.stage(new Vacuum(9)))
          .isInstanceOfSatisfying(
              SnapshotLost.class,
              lost ->
                  assertThat(lost.problem().code()).isEqualTo(DatabaseProblem.RECOVERY_CONFLICT));
    }
  }

  private static DatabaseSource source(Path scratch) {
    return Exported.source(primary.on(standby), scratch, wish());
  }

  private Exported exported(String name, TestServer server) throws IOException {
    return Exported.of(primary.on(server), Files.createDirectory(folder.resolve(name)), wish());
  }

  private static Exported.Wish wish() {
    return new Exported.Wish().asReader();
  }

  /** Removes rows on the primary that our snapshot on the standby may still see. */
  private static final class Vacuum implements Staging {
    private final List<String> notes = new ArrayList<>();
    private int times;
    private boolean reading;

    Vacuum(int times) {
      this.times = times;
    }

    @Override
    public void phase(String name, long total) {
      reading = name.equals("reading the database");
    }

    @Override
    public void update(long done) {
      if (reading && times > 0) {
        times--;
        reading = false;
        primary.run("UPDATE systems SET value = value", "VACUUM systems");
        waitForStandby();
      }
    }

    @Override
    public boolean stopped() {
      return false;
    }

    @Override
    public void note(String sentence) {
      notes.add(sentence);
    }
  }

  /** Until all that was written on the primary can be read. */
  private static void waitForStandby() {
    try (Connection writing = primary.connect();
        Connection reading = standby.administrator("")) {
      String written = ask(writing, "SELECT pg_current_wal_insert_lsn()");
      String replayed = "SELECT pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn";
      while (!"t".equals(ask(reading, replayed))) {
        Thread.sleep(20);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
