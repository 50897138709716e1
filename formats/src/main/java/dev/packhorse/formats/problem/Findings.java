package dev.packhorse.formats.problem;

/**
 * Takes the problems of the place under inspection; whoever hands it out knows the file and line.
 *
 * <p>Problems arrive in the order in which they are found. Implementations need not be thread-safe.
 */
@FunctionalInterface
public interface Findings {
  /**
   * @param pointer JSON pointer from the top of the line, empty for the line itself
   * @param arguments values for the sentence of the code's page
   */
  void report(ProblemCode code, Severity severity, String pointer, Object... arguments);

  default void report(ProblemCode code, String pointer, Object... arguments) {
    report(code, code.severity(), pointer, arguments);
  }
}
