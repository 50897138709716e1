package dev.packhorse.connectors.database.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** A database server that runs until the JVM ends. */
public interface TestServer {

  /** What it is, such as {@code MariaDB 11.4 (embedded)}. */
  String name();

  /** Whether it speaks PostgreSQL; else it is MySQL or MariaDB. */
  boolean isPostgres();

  int port();

  /** File of its Unix socket, or null. */
  String socket();

  /** Password of the administrator, or null if none is needed. */
  default String password() {
    return null;
  }

  /** Connects as administrator; an empty name means no particular database. */
  Connection administrator(String database) throws SQLException;

  /** A new empty database, to be closed by whoever asked for it. */
  default TestDatabase create() {
    return TestDatabase.create(this);
  }
}
