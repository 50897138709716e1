package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One connection of a snapshot, on which one thread reads at a time. */
interface Lane {

  Connection connection();

  /**
   * Reads the rows of a select.
   *
   * @param sql gives as many columns as there are kinds
   */
  void read(String sql, List<Query.Column> columns, RowSink sink) throws SQLException, IOException;

  /**
   * Breaks off what {@link #read} does, from another thread; it then fails within moments. The
   * connection is of no use afterwards.
   */
  void cancel();

  /** Cuts a connection whatever it is doing, without a word to the server. */
  static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is gone already.
    }
  }
}
