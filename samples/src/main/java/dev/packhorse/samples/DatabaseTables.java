package dev.packhorse.samples;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables that are filled, each over a connection of its own. */
final class DatabaseTables implements Closeable {
  private final MattermostDatabase.Connections connections;
  private final List<CopyRows> all = new ArrayList<>();

  DatabaseTables(MattermostDatabase.Connections connections) {
    this.connections = connections;
  }

  CopyRows open(String into) throws SQLException {
    CopyRows rows = new CopyRows(connections.open(), into);
    all.add(rows);
    return rows;
  }

  void finish() throws IOException {
    for (CopyRows rows : all) {
      rows.finish();
    }
  }

  @Override
  public void close() throws IOException {
    for (CopyRows rows : all) {
      rows.close();
    }
  }
}
