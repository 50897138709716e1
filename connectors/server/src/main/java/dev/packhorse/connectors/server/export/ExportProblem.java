package dev.packhorse.connectors.server.export;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;

/** What a server's own export does not bring, or not whole. */
public enum ExportProblem implements ProblemCode {
  /** Name of the file, minutes, what was wrong with it last. */
  NEVER_WHOLE("server.export.never-whole", ERROR),
  /** How many channels, their ids. */
  CHANNELS_SKIPPED("server.export.channels-skipped", WARNING),
  /** How many warnings the server counted. */
  WARNINGS("server.export.warnings", WARNING);

  private final String code;
  private final Severity severity;

  ExportProblem(String code, Severity severity) {
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

  Problem at(String server, Object... arguments) {
    return Problem.of(this, Place.file(server), arguments);
  }

  ProblemException thrown(String server, Object... arguments) {
    return new ProblemException(at(server, arguments));
  }
}
