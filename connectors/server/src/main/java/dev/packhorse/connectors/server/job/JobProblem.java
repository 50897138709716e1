package dev.packhorse.connectors.server.job;

import static dev.packhorse.formats.problem.Severity.ERROR;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;

/** What can become of a job on a server. */
public enum JobProblem implements ProblemCode {
  /** Type, id, what the server said. */
  FAILED("server.job.failed"),
  /** Type, id. */
  CANCELED("server.job.canceled"),
  /** Type, id, minutes. */
  NOT_PICKED_UP("server.job.not-picked-up"),
  /** Type, id, minutes. */
  STALLED("server.job.stalled"),
  /** Type, id of another. */
  ANOTHER_RUNS("server.job.another-runs");

  private final String code;

  JobProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return ERROR;
  }

  public ProblemException thrown(String server, Object... arguments) {
    return new ProblemException(Problem.of(this, Place.file(server), arguments));
  }
}
