package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.database.testing.TestServer;
import org.junit.jupiter.api.Test;

/** MariaDB, and what is particular to it. */
class MariadbSnapshotTest extends MysqlSnapshots {

  @Override
  protected TestServer server() {
    return TestDatabases.mariadb();
  }

  @Test
  void limitsOfTheServerAreNotForUs() throws Exception {
    database.run("SET GLOBAL max_statement_time = 0.3", "SET GLOBAL wait_timeout = 1");
    try (Snapshot snapshot = open(2)) {
      Thread.sleep(1500);
      Query slow = Query.of("slow", "SELECT {text:Id} FROM {table:Teams} WHERE SLEEP(0.2) = 0");
      assertThat(Reads.rows(snapshot, slow)).isNotEmpty();
    } finally {
      database.run("SET GLOBAL max_statement_time = 0", "SET GLOBAL wait_timeout = 28800");
    }
  }
}
