package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;

/** M-08, M-09, M-12, M-13: things that a file defines twice. */
final class Repeats {
  private final MessageIndex index;

  Repeats(MessageIndex index) {
    this.index = index;
  }

  /**
   * @param before what has the name already; null if nothing, and what is on the target does not
   *     count: there a second import is usual
   */
  void check(Definition before, ProblemCode repeated, Line line, String pointer, String name) {
    if (before == null || !before.inFile()) {
      return;
    }
    boolean equal = before.digest == line.digest();
    if (equal) {
      try {
        index.identical(line, before.line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (before.exists()) {
      // An equal line says nothing new; it is only one too many, and easily dropped.
      Severity severity = equal ? Severity.WARNING : repeated.severity();
      line.report(repeated, severity, pointer, name, before.line);
    }
  }
}
