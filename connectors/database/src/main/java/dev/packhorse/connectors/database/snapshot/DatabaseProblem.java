package dev.packhorse.connectors.database.snapshot;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.INFO;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/**
 * Why a database can't be read, or not as one would like.
 *
 * <p>Errors that begin with {@code database.denied.} are about rights, {@code database.address.}
 * about the command; all others mean that the database can't be reached or used as it is.
 */
public enum DatabaseProblem implements ProblemCode {
  /** What is wrong with the address. */
  ADDRESS("database.address.invalid", ERROR),
  PASSWORD("database.address.password", ERROR),
  /** Host and port, what the system said. */
  NOT_REACHABLE("database.not-reachable", ERROR),
  /** Name of the database. */
  NOT_FOUND("database.not-found", ERROR),
  /** The schema, tables that are missing. */
  NOT_MATTERMOST("database.not-mattermost", ERROR),
  /** What the server is, the oldest version that can be read. */
  VERSION_UNSUPPORTED("database.version.unsupported", ERROR),
  /** What the server is, the oldest version that is tested. */
  VERSION_UNTESTED("database.version.untested", WARNING),
  /** Column that a condition needs. */
  COLUMN_MISSING("database.column-missing", ERROR),
  /** User, what the server said. */
  LOGIN("database.denied.login", ERROR),
  /** Table, user, statement that grants it. */
  READ("database.denied.read", ERROR),
  /** The file. */
  TLS_FILE("database.address.tls-file", ERROR),
  /** What was asked for. */
  TLS_REFUSED("database.tls.refused", ERROR),
  /** What the server said. */
  TLS_DEMANDED("database.tls.demanded", ERROR),
  /** What is wrong with the certificate. */
  TLS_UNTRUSTED("database.tls.untrusted", ERROR),
  /** What went wrong. */
  TLS_FAILED("database.tls.failed", ERROR),
  /** What the pooler said. */
  POOLER("database.pooler", ERROR),
  /** What the server said. */
  RECOVERY_CONFLICT("database.recovery-conflict", ERROR),
  /** What the driver said. */
  CONNECTION_LOST("database.connection-lost", ERROR),
  /** What the server said. */
  TIMED_OUT("database.timed-out", ERROR),
  /** What the server said. */
  TOO_MANY_CONNECTIONS("database.too-many-connections", ERROR),
  /** What changed. */
  SCHEMA_CHANGED("database.schema-changed", ERROR),
  /** Last migration before and after. */
  MIGRATED("database.migrated", WARNING),
  /** What the server said. */
  FAILED("database.failed", ERROR),
  /** Table, its engine. */
  NO_SNAPSHOT("database.table-without-snapshot", WARNING),
  /** What prevented more. */
  ONE_CONNECTION("database.one-connection", INFO),
  /** How many there are, how many were wanted, what the server said. */
  FEWER_CONNECTIONS("database.fewer-connections", INFO);

  private final String code;
  private final Severity severity;

  DatabaseProblem(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  /**
   * @param database its address without secrets, which becomes the place and the first value of the
   *     sentence
   */
  public Problem at(String database, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = database;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Problem.of(this, Place.file(database), all);
  }
}
