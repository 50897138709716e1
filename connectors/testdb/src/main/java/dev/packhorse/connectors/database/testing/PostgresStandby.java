package dev.packhorse.connectors.database.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A backup of a running PostgreSQL, made by hand as its manual tells, and started as a standby. */
final class PostgresStandby {
  /** Of the running server only. */
  private static final Set<String> NOT_COPIED =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_hba.conf");

  private PostgresStandby() {}

  static TestServer of(TestServer primary) {
    try (Connection connection = primary.administrator("");
        Statement statement = connection.createStatement()) {
      Path data = FetchedFiles.folder("standby");
      FetchedFiles.deleteAtEnd(data);
      statement.execute("SELECT pg_backup_start('standby', true)");
      copy(Path.of(text(statement, "SHOW data_directory")), data);
      String label = text(statement, "SELECT labelfile FROM pg_backup_stop(false)");
      Files.writeString(data.resolve("backup_label"), label);
      Files.createFile(data.resolve("standby.signal"));
      Files.writeString(
          data.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + primary.port() + "'\n");
      return EmbeddedPostgresServer.standby(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(from)) {
      all = found.toList();
    }
    for (Path path : all) {
      Path copy = to.resolve(from.relativize(path));
      boolean log = path.getParent().endsWith("pg_wal");
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else if (!log && !NOT_COPIED.contains(path.getFileName().toString())) {
        Files.copy(path, copy);
      }
    }
    // The server insists on it.
    Files.setPosixFilePermissions(
        to, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
  }
}
