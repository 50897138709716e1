package dev.packhorse.engine.cli;

import dev.packhorse.engine.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where the password for a source comes from: a file, the variables that the clients of the
 * databases read, or a question on the terminal. Never from the command line (decision D5).
 */
final class Passwords implements Supplier<String> {
  private static final List<String> VARIABLES =
      List.of("PACKHORSE_PASSWORD", "PGPASSWORD", "MYSQL_PWD");

  private final Path file;
  private final Console console;

  /**
   * @param file whose first line is the password; null if none was named
   */
  Passwords(Path file, Console console) {
    this.file = file;
    this.console = console;
  }

  @Override
  public String get() {
    if (file != null) {
      try {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? "" : lines.get(0);
      } catch (IOException e) {
        throw new SettingsException("--password-file " + file + " can't be read.");
      }
    }
    for (String variable : VARIABLES) {
      String value = console.environment().get(variable);
      if (value != null) {
        return value;
      }
    }
    return asked("Password: ", console);
  }

  /** What somebody types unseen; null if there is no terminal. */
  static String asked(String question, Console console) {
    java.io.Console terminal = console.terminal() ? System.console() : null;
    char[] typed = terminal == null ? null : terminal.readPassword(question);
    return typed == null ? null : new String(typed);
  }
}
