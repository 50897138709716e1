package dev.packhorse.engine.run;

/** Ends a command with a sentence for the user, a hint, and an exit code. */
public final class RunException extends RuntimeException {
  private final int exitCode;
  private final String hint;

  /**
   * @param hint what to do; empty if there is nothing to be said
   * @param cause for the log; may be null
   */
  public RunException(int exitCode, String message, String hint, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  public RunException(int exitCode, String message, String hint) {
    this(exitCode, message, hint, null);
  }

  public int exitCode() {
    return exitCode;
  }

  public String hint() {
    return hint;
  }
}
