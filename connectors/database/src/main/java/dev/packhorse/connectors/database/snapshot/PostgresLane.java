package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads by binary COPY: nothing is faster, and values come as bytes that nobody has to parse. */
final class PostgresLane implements Lane {
  private final Connection connection;
  private final PGConnection postgres;

  PostgresLane(Connection connection) throws SQLException {
    this.connection = connection;
    this.postgres = connection.unwrap(PGConnection.class);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** The server sends each row in a message of its own, the head with the first of them. */
  @Override
  public void read(String sql, List<Query.Column> columns, RowSink sink)
      throws SQLException, IOException {
    CopyRow row = new CopyRow(columns.size());
    CopyOut copy = postgres.getCopyAPI().copyOut("COPY (" + sql + "\n) TO STDOUT (FORMAT binary)");
    byte[] message = copy.readFromCopy();
    int from = CopyRow.afterHead(message);
    while (message != null) {
      if (row.take(message, from)) {
        sink.row(row);
      }
      from = 0;
      message = copy.readFromCopy();
    }
  }

  @Override
  public void cancel() {
    try {
      postgres.cancelQuery();
    } catch (SQLException e) {
      Lane.abort(connection);
    }
  }
}
