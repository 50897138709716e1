package dev.packhorse.engine.settings;

import java.util.List;

/** Everything that is wrong with the settings, said at once. */
public final class SettingsException extends RuntimeException {
  private final transient List<String> problems;

  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public SettingsException(String problem) {
    this(List.of(problem));
  }

  /** One sentence each. */
  public List<String> problems() {
    return problems;
  }
}
