package dev.packhorse.engine.bench;

import dev.packhorse.connectors.database.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables that an export reads, copied out whole: as fast as the database gives its rows. */
final class TableCopies {
  private static final List<String> TABLES =
      List.of(
          "bots",
          "channelmembers",
          "channels",
          "emoji",
          "fileinfo",
          "posts",
          "preferences",
          "reactions",
          "roles",
          "schemes",
          "teammembers",
          "teams",
          "threadmemberships",
          "users");

  private TableCopies() {}

  static boolean psqlIsThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, "psql").canExecute());
  }

  /** One process, one connection, one table after the other, to nowhere. */
  static void byPsql(TestDatabase database) throws Exception {
    Process psql =
        new ProcessBuilder(
                "psql",
                "-X",
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(database.server().port()),
                "-U",
                "postgres",
                "-d",
                database.name(),
                "-c",
                TABLES.stream()
                    .map(table -> "COPY " + table + " TO STDOUT;")
                    .collect(Collectors.joining(" ")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (psql.waitFor() != 0) {
      throw new IOException("psql ended with " + psql.exitValue());
    }
  }

  /** Returns how many bytes they are. */
  static long byDriver(TestDatabase database) throws SQLException, IOException {
    long[] bytes = new long[1];
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes[0]++;
          }

          @Override
          public void write(byte[] data, int offset, int length) {
            bytes[0] += length;
          }
        };
    try (Connection connection = database.connect()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : TABLES) {
        copy.copyOut("COPY " + table + " TO STDOUT", counting);
      }
    }
    return bytes[0];
  }
}
