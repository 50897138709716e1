package dev.packhorse.connectors.database.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL from Maven Central. Administrators need no password, all others do. */
record EmbeddedPostgresServer(int port, String socket) implements TestServer {
  private static final String ACCESS =
      """
      local all all trust
      host all postgres 127.0.0.1/32 trust
      host all all 127.0.0.1/32 scram-sha-256
      """;

  static TestServer start() {
    try {
      // Nobody else may reach the socket, which lets everybody in. Under root the server runs in a
      // namespace of users, where it is nobody and still the owner of what is ours.
      Path folder = Files.createTempDirectory("packhorse-pg");
      folder.toFile().deleteOnExit();
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "40")
              .setServerConfig("unix_socket_directories", folder.toString())
              .setDataDirectoryCustomizer(EmbeddedPostgresServer::access)
              .start();
      TestServer started =
          new EmbeddedPostgresServer(
              server.getPort(), folder.resolve(".s.PGSQL." + server.getPort()).toString());
      try (Connection connection = started.administrator("");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE USER " + TestDatabase.READER + " PASSWORD '" + TestDatabase.PASSWORD + "'");
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void access(File dataDirectory) {
    try {
      Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), ACCESS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "PostgreSQL (embedded)";
  }

  @Override
  public boolean isPostgres() {
    return true;
  }

  @Override
  public Connection administrator(String database) throws SQLException {
    String name = database.isEmpty() ? "postgres" : database;
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "");
  }
}
