package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One connection exports its snapshot, the others take it over. Works the same on a standby.
 *
 * <p>Settings are made for the transaction only: behind a pooler the connection is another
 * program's afterwards, and one that is left read-only would stop a Mattermost server.
 */
final class PostgresOpening extends Opening {
  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** Limits of the administrator's are meant for the queries of a server. */
  private static final String SETTINGS =
      """
      SELECT pg_catalog.set_config(s.name, v.value, true)
      FROM (VALUES ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'),
          ('transaction_timeout', '0'), ('lock_timeout', '10s'), ('TimeZone', 'UTC'),
          -- rows that a policy hides shall be an error and not be missing
          ('row_security', 'off'),
          -- what it would compile is done before it has compiled it
          ('jit', 'off')) v (name, value)
      JOIN pg_catalog.pg_settings s ON s.name = v.name""";

  PostgresOpening(DatabaseAddress address, int wanted) {
    super(address, wanted);
  }

  @Override
  Dialect open() throws SQLException {
    Connection first = Drivers.connect(address);
    connections.add(first);
    run(first, BEGIN, SETTINGS);
    // The transaction began before its snapshot was taken: nothing later than this can be in it.
    takenAt = Long.parseLong(ask(first, "SELECT floor(extract(epoch FROM now()) * 1000)::bigint"));
    int version = Integer.parseInt(ask(first, "SELECT current_setting('server_version_num')"));
    boolean standby = "t".equals(ask(first, "SELECT pg_catalog.pg_is_in_recovery()"));
    if (standby) {
      conflicts = RecoveryConflicts.on(address, first);
    }
    server =
        "PostgreSQL "
            + ask(first, "SELECT split_part(current_setting('server_version'), ' ', 1)")
            + (standby ? " (standby)" : "");
    check(version / 10_000, version % 10_000, "11", "12");
    String schema = ask(first, "SELECT current_schema()");
    int blockSize = Integer.parseInt(ask(first, "SELECT current_setting('block_size')"));
    share(first);
    return new PostgresDialect(schema == null ? "public" : schema, version, blockSize);
  }

  private void share(Connection first) {
    try {
      String snapshot = wanted > 1 ? ask(first, "SELECT pg_catalog.pg_export_snapshot()") : null;
      while (connections.size() < wanted) {
        Connection next = Drivers.connect(address);
        connections.add(next);
        run(next, BEGIN, "SET TRANSACTION SNAPSHOT '" + snapshot + "'", SETTINGS);
      }
    } catch (SQLException e) {
      while (connections.size() > 1 && unusable(connections.get(connections.size() - 1))) {
        quietly(connections.remove(connections.size() - 1));
      }
      fewer(e);
    }
  }

  /** Whether its transaction failed or never began. */
  private static boolean unusable(Connection connection) {
    try {
      return !"repeatable read"
          .equals(ask(connection, "SELECT current_setting('transaction_isolation')"));
    } catch (SQLException e) {
      return true;
    }
  }
}
