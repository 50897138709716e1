package dev.packhorse.connectors.database.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own on a server; dropped when closed. */
public final class TestDatabase implements AutoCloseable {
  /** A user who may log in with {@link #PASSWORD} and has no rights beyond those a test gives. */
  public static final String READER = "reader";

  public static final String PASSWORD = "p@ss/w:rd?#%";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  static TestDatabase create(TestServer server) {
    String name = "mattermost_" + COUNT.incrementAndGet();
    try (Connection connection = server.administrator("");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(server, name);
  }

  /** The same on another server, which follows that of this one; not to be closed. */
  public TestDatabase on(TestServer standby) {
    return new TestDatabase(standby, name);
  }

  public TestServer server() {
    return server;
  }

  public String name() {
    return name;
  }

  /** The address for a user whose password, if there is one, is asked for elsewhere. */
  public String address(String user) {
    return (server.isPostgres() ? "postgres://" : "mysql://")
        + user
        + "@127.0.0.1:"
        + server.port()
        + "/"
        + name;
  }

  /** The address for the administrator; see {@link TestServer#password}. */
  public String address() {
    return address(server.isPostgres() ? "postgres" : "root");
  }

  public Connection connect() throws SQLException {
    return server.administrator(name);
  }

  /** Runs statements as administrator. */
  public void run(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Loads the database that a Mattermost 5.37 server made on this engine. */
  public TestDatabase withMattermost537() {
    try (Connection connection = connect()) {
      if (server.isPostgres()) {
        Dump.open("postgres-dump.sql.gz").toPostgres(connection);
      } else {
        Dump.open("mariadb-dump.sql.gz").toMysql(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  @Override
  public void close() {
    try (Connection connection = server.administrator("");
        Statement statement = connection.createStatement()) {
      if (server.isPostgres()) { // WITH (FORCE) would do both, but not before PostgreSQL 13
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + name
                + "'");
      }
      statement.execute("DROP DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
