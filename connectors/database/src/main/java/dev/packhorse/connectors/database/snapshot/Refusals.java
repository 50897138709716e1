package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.Engine;
import dev.packhorse.connectors.database.address.Tls;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** What the user is told when a server or a driver says no. */
final class Refusals {
  private final DatabaseAddress address;

  /** Tells the engines' codes apart; only {@link Dialect#meaning} and the grant are asked. */
  private final Dialect dialect;

  Refusals(DatabaseAddress address) {
    this(
        address,
        address.engine() == Engine.POSTGRES
            ? new PostgresDialect("public", 0, 1)
            : new MysqlDialect(address.database()));
  }

  Refusals(DatabaseAddress address, Dialect dialect) {
    this.address = address;
    this.dialect = dialect;
  }

  /** The first line of what was said. */
  static String said(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElseThrow().strip();
  }

  /** A failure of connecting. */
  ProblemException connecting(SQLException e) {
    if (e instanceof Opening.Refused refused) {
      return new ProblemException(refused.problem);
    }
    return new ProblemException(opening(e), e);
  }

  /** Whether the server wants a password and got none, or may do so. */
  boolean wantsPassword(SQLException e) {
    return !address.hasPassword() && opening(e).code() == DatabaseProblem.LOGIN;
  }

  private Problem opening(SQLException e) {
    String place = address.canonical();
    Problem tls = TlsRefusal.of(e, address);
    if (tls != null) {
      return tls;
    }
    String said = said(e);
    DatabaseProblem meaning = dialect.meaning(e);
    Tls.Mode mode = address.tls().mode();
    return switch (meaning) {
      case LOGIN -> {
        if (said.contains("no encryption") || said.contains("SSL off")) {
          yield DatabaseProblem.TLS_DEMANDED.at(place, said);
        }
        yield "08004".equals(e.getSQLState()) && mode.demanded() && said.contains("SSL")
            ? DatabaseProblem.TLS_REFUSED.at(place, mode.word())
            : DatabaseProblem.LOGIN.at(place, user(), said);
      }
      case NOT_FOUND -> DatabaseProblem.NOT_FOUND.at(place, address.database());
      case READ -> DatabaseProblem.READ.at(place, address.database(), user(), said);
      case CONNECTION_LOST ->
          mode.demanded() && said(root(e)).contains("SSL")
              ? DatabaseProblem.TLS_REFUSED.at(place, mode.word())
              : DatabaseProblem.NOT_REACHABLE.at(place, address.where(), reason(e));
      default -> meaning.at(place, said);
    };
  }

  private static String reason(SQLException e) {
    Throwable root = root(e);
    return root instanceof UnknownHostException ? "the name is not known" : said(root);
  }

  /**
   * A failure of reading.
   *
   * @param table that was being read
   * @param user as the server calls it
   */
  IOException reading(SQLException e, String table, String user) {
    DatabaseProblem meaning = dialect.meaning(e);
    String place = address.canonical();
    return switch (meaning) {
      case CONNECTION_LOST, RECOVERY_CONFLICT, SCHEMA_CHANGED ->
          new SnapshotLost(meaning.at(place, said(e)), e);
      case READ, LOGIN ->
          throw new ProblemException(
              DatabaseProblem.READ.at(place, table, user, dialect.grant(user)), e);
      default -> throw new ProblemException(meaning.at(place, said(e)), e);
    };
  }

  /** A connection that a standby closed, as a conflict with recovery was in its way. */
  SnapshotLost conflict(SQLException e) {
    String said = "it closed the connection due to conflict with recovery";
    return new SnapshotLost(DatabaseProblem.RECOVERY_CONFLICT.at(address.canonical(), said), e);
  }

  private String user() {
    return address.user() == null ? System.getProperty("user.name") : address.user();
  }

  static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
