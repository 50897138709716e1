package dev.packhorse.engine.batch;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/** What only shows when files are copied. */
public enum FileProblem implements ProblemCode {
  /** The path. */
  LOST("file.lost");

  private final String code;

  FileProblem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }
}
