package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/** The line that {@link FileRules} looks at; one object, set anew for each line. */
final class Line implements Findings {
  private String file;
  private long number;
  private long offset;
  private long digest;
  private boolean refused;
  private Findings out;

  void set(String file, long number, long offset, boolean refused, long digest, Findings findings) {
    this.file = file;
    this.number = number;
    this.offset = offset;
    this.refused = refused;
    this.digest = digest;
    out = findings;
  }

  String file() {
    return file;
  }

  long number() {
    return number;
  }

  long offset() {
    return offset;
  }

  long digest() {
    return digest;
  }

  /** Whether an error was found in it, before or by now. */
  boolean refused() {
    return refused;
  }

  Place place(String pointer) {
    return new Place(file, number, offset, pointer);
  }

  @Override
  public void report(ProblemCode code, Severity severity, String pointer, Object... arguments) {
    refused |= severity == Severity.ERROR;
    out.report(code, severity, pointer, arguments);
  }
}
