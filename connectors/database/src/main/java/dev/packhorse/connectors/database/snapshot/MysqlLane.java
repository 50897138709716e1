package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads rows as the server sends them, without the driver collecting them first. */
final class MysqlLane implements Lane {
  private final Connection connection;
  private volatile Statement running;

  MysqlLane(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** After a failure nothing is closed in order: the driver would read the rest of the table. */
  @Override
  @SuppressWarnings("try")
  public void read(String sql, List<Query.Column> columns, RowSink sink)
      throws SQLException, IOException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(Integer.MIN_VALUE);
    running = statement;
    boolean whole = false;
    try {
      ResultSet rows = statement.executeQuery(sql);
      ResultRow row = new ResultRow(columns);
      while (rows.next()) {
        row.take(rows);
        sink.row(row);
      }
      whole = true;
    } finally {
      running = null;
      if (!whole) {
        Lane.abort(connection);
      }
      statement.close();
    }
  }

  @Override
  public void cancel() {
    Statement statement = running;
    try {
      if (statement != null) {
        statement.cancel();
      }
    } catch (SQLException e) {
      Lane.abort(connection);
    }
  }
}
