package dev.packhorse.connectors.database.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container, whose administrator has a password. */
record Container(String name, boolean isPostgres, JdbcDatabaseContainer<?> container)
    implements TestServer {

  static boolean dockerAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // runs until the JVM ends, when its keeper removes it
  static TestServer start(String image) {
    boolean postgres = image.startsWith("postgres");
    JdbcDatabaseContainer<?> container =
        postgres
            ? new PostgreSQLContainer(image)
                .withUsername("postgres")
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            : image.startsWith("mariadb")
                ? new MariaDBContainer(image).withEnv("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "yes")
                : new MySQLContainer(image).withEnv("MYSQL_ALLOW_EMPTY_PASSWORD", "yes");
    container.start();
    TestServer server = new Container(image, postgres, container);
    try (Connection connection = server.administrator("");
        Statement statement = connection.createStatement()) {
      statement.execute(
          postgres
              ? "CREATE USER " + TestDatabase.READER + " PASSWORD '" + TestDatabase.PASSWORD + "'"
              : "CREATE USER '"
                  + TestDatabase.READER
                  + "'@'%' IDENTIFIED BY '"
                  + TestDatabase.PASSWORD
                  + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server;
  }

  @Override
  public int port() {
    return container.getFirstMappedPort();
  }

  @Override
  public String password() {
    return container.getPassword();
  }

  @Override
  public String socket() {
    return null;
  }

  @Override
  public Connection administrator(String database) throws SQLException {
    return isPostgres
        ? DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:"
                + port()
                + "/"
                + (database.isEmpty() ? "postgres" : database),
            "postgres",
            container.getPassword())
        : DriverManager.getConnection(
            "jdbc:mysql://127.0.0.1:" + port() + "/" + database, "root", container.getPassword());
  }
}
