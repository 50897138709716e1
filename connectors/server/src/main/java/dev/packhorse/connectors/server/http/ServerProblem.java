package dev.packhorse.connectors.server.http;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;

/**
 * Why a server can't be used, or not as one would like.
 *
 * <p>Errors that begin with {@code server.denied.} are about rights, {@code server.address.} about
 * the command; all others mean that the server can't be reached or used as it is.
 */
public enum ServerProblem implements ProblemCode {
  /** What is wrong with the address. */
  ADDRESS("server.address.invalid", ERROR),
  /** What the system said. */
  NOT_REACHABLE("server.not-reachable", ERROR),
  /** What is wrong with the certificate. */
  TLS_UNTRUSTED("server.tls.untrusted", ERROR),
  /** What was said instead of TLS. */
  TLS_NONE("server.tls.none", ERROR),
  /** Status, content type and how the answer begins. */
  NOT_MATTERMOST("server.not-mattermost", ERROR),
  /** Where it points to. */
  REDIRECTED("server.redirected", ERROR),
  /** Its version, the oldest that will do. */
  VERSION_UNSUPPORTED("server.version.unsupported", ERROR),
  /** What the server said. */
  SIGN_IN("server.denied.sign-in", ERROR),
  /** What the server said. */
  MFA("server.denied.mfa", ERROR),
  /** What the server said. */
  LOCKED_OUT("server.denied.locked-out", ERROR),
  /** What the server said. */
  SESSION("server.denied.session", ERROR),
  /** What was asked for, what the server said. */
  PERMISSION("server.denied.permission", ERROR),
  /** The socket and what is wrong with it. */
  SOCKET("server.denied.socket", ERROR),
  /** What was asked for, status, what the server said, request id. */
  FAILED("server.failed", ERROR),
  /** What was asked for, how long it was tried, what was said last. */
  GAVE_UP("server.gave-up", ERROR),
  /** Version of the server. */
  VERSION_UNTESTED("server.version.untested", WARNING);

  private final String code;
  private final Severity severity;

  ServerProblem(String code, Severity severity) {
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
   * @param server as the user calls it
   */
  public ProblemException thrown(String server, Throwable cause, Object... arguments) {
    return new ProblemException(Problem.of(this, Place.file(server), arguments), cause);
  }
}
