package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.formats.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Connections that are made to see one instant; closing gives up all of them. */
abstract class Opening implements AutoCloseable {
  final DatabaseAddress address;
  final int wanted;
  final List<Connection> connections = new ArrayList<>();
  final List<Problem> notes = new ArrayList<>();
  String server;
  long takenAt;

  /** Null if the server is no standby. */
  RecoveryConflicts conflicts;

  Opening(DatabaseAddress address, int wanted) {
    this.address = address;
    this.wanted = wanted;
  }

  /**
   * Connects and takes the instant.
   *
   * @return how to speak to the server
   * @throws Refused if the server will not do
   * @throws SQLException if not even one connection could be had
   */
  abstract Dialect open() throws SQLException;

  /** The server will not do. */
  static final class Refused extends SQLException {
    private static final long serialVersionUID = 1L;
    final transient Problem problem;

    Refused(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }
  }

  /** A version below the floor is refused, one below what is tested is told. */
  final void check(int major, int minor, String floor, String tested) throws SQLException {
    if (below(major, minor, floor)) {
      throw new Refused(DatabaseProblem.VERSION_UNSUPPORTED.at(address.canonical(), server, floor));
    }
    if (below(major, minor, tested)) {
      notes.add(DatabaseProblem.VERSION_UNTESTED.at(address.canonical(), server, tested));
    }
  }

  private static boolean below(int major, int minor, String version) {
    String[] parts = version.split("\\.");
    int wantedMajor = Integer.parseInt(parts[0]);
    int wantedMinor = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
    return major < wantedMajor || major == wantedMajor && minor < wantedMinor;
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  final void fewer(SQLException why) {
    notes.add(
        DatabaseProblem.FEWER_CONNECTIONS.at(
            address.canonical(), connections.size(), wanted, Refusals.said(why)));
  }

  static void quietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is of no use any more.
    }
  }

  @Override
  public void close() {
    connections.forEach(Opening::quietly);
    connections.clear();
  }
}
