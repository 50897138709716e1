package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.database.snapshot.SnapshotLost;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are cut while the database is read. */
class LostConnectionTest {
  @TempDir private Path folder;

  /** Cuts all our connections when rows come, as often as it is told to. */
  private static final class Cutter implements Staging {
    private final TestDatabase database;
    private final List<String> notes = new ArrayList<>();
    private int cuts;
    private boolean reading;

    Cutter(TestDatabase database, int cuts) {
      this.database = database;
      this.cuts = cuts;
    }

    @Override
    public void phase(String name, long total) {
      reading = name.equals("reading the database");
    }

    @Override
    public void update(long done) {
      if (reading && cuts > 0) {
        cuts--;
        reading = false;
        cut();
      }
    }

    private void cut() {
      try (Rows rows = new Rows(database)) {
        if (database.server().isPostgres()) {
          rows.text(
              "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                  + " WHERE datname = ? AND application_name = 'packhorse'",
              database.name());
        } else {
          String ids =
              rows.text(
                  "SELECT group_concat(id) FROM information_schema.processlist"
                      + " WHERE db = ? AND id <> connection_id()",
                  database.name());
          for (String id : ids.split(",")) {
            rows.run("KILL " + id);
          }
        }
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

  @Test
  void postgresIsReadAnew() throws IOException {
    try (TestDatabase database = TestDatabases.postgres().create().withMattermost537()) {
      isReadAnew(database);
    }
  }

  @Test
  void mariadbIsReadAnew() throws IOException {
    try (TestDatabase database = TestDatabases.mariadb().create().withMattermost537()) {
      isReadAnew(database);
    }
  }

  private void isReadAnew(TestDatabase database) throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("whole"));
    Exported whole = Exported.of(database, scratch, new Exported.Wish());
    Cutter cutter = new Cutter(database, 2);
    scratch = Files.createDirectory(folder.resolve("cut"));
    try (DatabaseSource source = Exported.source(database, scratch, new Exported.Wish())) {
      source.stage(cutter);
      List<Account> accounts = source.accounts();
      assertThat(accounts).isEqualTo(whole.accounts);
    }
    assertThat(cutter.notes).hasSize(2).allMatch(note -> note.contains("Reading begins anew"));
    Exported cut = Exported.of(database, scratch, new Exported.Wish());
    assertThat(cut.lines.toByteArray()).isEqualTo(whole.lines.toByteArray());
  }

  @Test
  void afterTooManyCutsTheRunEndsAndTheNextBeginsAnew() throws IOException {
    try (TestDatabase database = TestDatabases.postgres().create().withMattermost537()) {
      Path scratch = Files.createDirectory(folder.resolve("scratch"));
      try (DatabaseSource source = Exported.source(database, scratch, new Exported.Wish())) {
        assertThatThrownBy(() -> source.stage(new Cutter(database, 9)))
            .isInstanceOf(SnapshotLost.class);
      }
      Cutter undisturbed = new Cutter(database, 0);
      try (DatabaseSource source = Exported.source(database, scratch, new Exported.Wish())) {
        source.stage(undisturbed);
        assertThat(source.accounts()).allMatch(account -> account.unexplained() == 0);
      }
      assertThat(undisturbed.notes).anyMatch(note -> note.contains("cut off"));
    }
  }
}
