package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How often a standby of PostgreSQL cancelled what readers did. One that ends an idle transaction
 * closes the connection, and what it said goes down with it; only this count still tells why. It
 * counts what other readers of the database met, too: a connection that is lost for another reason
 * while somebody else is cancelled is taken for a conflict, which costs a wrong advice and no row,
 * as reading begins anew in both cases.
 */
final class RecoveryConflicts {
  private static final String COUNT =
      """
      SELECT confl_tablespace + confl_lock + confl_snapshot + confl_bufferpin + confl_deadlock
      FROM pg_catalog.pg_stat_database_conflicts WHERE datname = current_database()""";

  /** Servers before PostgreSQL 15 count about half a second late. */
  private static final int LOOKS = 5;

  private static final long BETWEEN_LOOKS_MILLIS = 250;

  private final DatabaseAddress address;
  private final long before;

  private RecoveryConflicts(DatabaseAddress address, long before) {
    this.address = address;
    this.before = before;
  }

  /** What the count is now. */
  static RecoveryConflicts on(DatabaseAddress address, Connection standby) throws SQLException {
    return new RecoveryConflicts(address, Long.parseLong(Opening.ask(standby, COUNT)));
  }

  /** Whether there were more since; if the server does not answer, there were none. */
  boolean more() {
    try (Connection connection = Drivers.connect(address)) {
      for (int look = 1; ; look++) {
        if (Long.parseLong(Opening.ask(connection, COUNT)) > before) {
          return true;
        }
        if (look == LOOKS) {
          return false;
        }
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    } catch (SQLException e) {
      // The connection was lost for another reason, which lasts.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
