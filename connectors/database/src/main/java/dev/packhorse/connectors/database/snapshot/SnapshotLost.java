package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;

/**
 * The snapshot broke while it was read, through no fault of the data: a lost connection, a conflict
 * with recovery on a standby, a change of the schema. A new snapshot may well come to its end.
 *
 * <p>The cause is a {@link ProblemException}, so that those who don't know this class say the right
 * thing, too.
 */
public final class SnapshotLost extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  SnapshotLost(Problem problem, Throwable cause) {
    super(problem.message(), new ProblemException(problem, cause));
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
