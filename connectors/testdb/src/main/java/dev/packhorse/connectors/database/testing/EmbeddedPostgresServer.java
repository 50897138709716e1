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
record EmbeddedPostgresServer(String name, int port, String socket) implements TestServer {
  private static final String ADMINISTRATORS =
      """
      local all all trust
      host all,replication postgres 127.0.0.1/32 trust
      """;

  private static final String ALL = "host all all 127.0.0.1/32 scram-sha-256\n";
  private static final String BY_TLS = "hostssl all all 127.0.0.1/32 scram-sha-256\n";

  /** The version of the class path. */
  static TestServer start() {
    return withReader(start("PostgreSQL (embedded)", EmbeddedPostgres.builder(), ALL));
  }

  /** The version that a jar has. */
  static TestServer start(String name, Path jar) {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    builder.setPgBinaryResolver(
        (system, machine) -> FetchedFiles.entry(jar, "postgres-linux-x86_64.txz"));
    return withReader(start(name, builder, ALL));
  }

  /** One that lets others than administrators in by TLS only. */
  static TestServer start(TlsFiles tls) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", tls.certificate().toString())
            .setServerConfig("ssl_key_file", tls.key().toString());
    return withReader(start("PostgreSQL (embedded, TLS)", builder, BY_TLS));
  }

  /**
   * One that follows another.
   *
   * @param data a backup of the other
   */
  static TestServer standby(Path data) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("hot_standby", "on")
            .setServerConfig("max_standby_streaming_delay", "0");
    return start("PostgreSQL (embedded, standby)", builder, ALL);
  }

  private static TestServer start(String name, EmbeddedPostgres.Builder builder, String access) {
    try {
      // Nobody else may reach the socket, which lets everybody in. Under root the server runs in a
      // namespace of users, where it is nobody and still the owner of what is ours.
      Path folder = FetchedFiles.folder("pg");
      FetchedFiles.deleteAtEnd(folder);
      EmbeddedPostgres server =
          builder
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "40")
              .setServerConfig("password_encryption", "scram-sha-256")
              .setServerConfig("unix_socket_directories", folder.toString())
              .setDataDirectoryCustomizer(data -> access(data, ADMINISTRATORS + access))
              .start();
      return new EmbeddedPostgresServer(
          name, server.getPort(), folder.resolve(".s.PGSQL." + server.getPort()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestServer withReader(TestServer server) {
    try (Connection connection = server.administrator("");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER " + TestDatabase.READER + " PASSWORD '" + TestDatabase.PASSWORD + "'");
      return server;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void access(File data, String rules) {
    try {
      Files.writeString(data.toPath().resolve("pg_hba.conf"), rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
