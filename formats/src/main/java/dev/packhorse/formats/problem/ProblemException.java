package dev.packhorse.formats.problem;

/** Ends the reading of a file because of one problem which leaves nothing to go on with. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /**
   * @param cause the library's failure, for the log; may be null
   */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.code().code(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  @Override
  public String getMessage() {
    return problem.message();
  }
}
