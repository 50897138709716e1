package dev.packhorse.connectors.database.address;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;

/** Why the configuration of a server does not say what is to be read. */
public enum InstallationProblem implements ProblemCode {
  /** What was looked for. */
  NOT_FOUND("installation.config.not-found", Severity.ERROR),
  NOT_READABLE("installation.config.not-readable", Severity.ERROR),
  /** Line of the first fault. */
  NOT_JSON("installation.config.not-json", Severity.ERROR),
  /** The database it should be in. */
  NOT_STORED("installation.config.not-stored", Severity.ERROR),
  /** The setting. */
  MASKED("installation.config.masked", Severity.ERROR),
  /** The driver. */
  DATABASE_DRIVER("installation.database.unknown-driver", Severity.ERROR),
  /** The setting, what is wrong with it. */
  DATA_SOURCE("installation.database.bad-data-source", Severity.ERROR),
  /** The setting, what is wrong with it. */
  REPLICA("installation.database.bad-replica", Severity.WARNING),
  /** The driver. */
  STORE_DRIVER("installation.store.unknown-driver", Severity.ERROR),
  /** The settings that lack. */
  STORE_INCOMPLETE("installation.store.incomplete", Severity.ERROR),
  /** The folder. */
  STORE_RELATIVE("installation.store.relative", Severity.ERROR);

  private final String code;
  private final Severity severity;

  InstallationProblem(String code, Severity severity) {
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
   * @param config what was read, which is {@code {0}} of the sentence
   */
  Problem in(String config, Object... others) {
    Object[] arguments = new Object[others.length + 1];
    arguments[0] = config;
    System.arraycopy(others, 0, arguments, 1, others.length);
    return Problem.of(this, Place.file(config), arguments);
  }

  ProblemException thrown(String config, Object... others) {
    return new ProblemException(in(config, others));
  }
}
