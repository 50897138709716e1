package dev.packhorse.engine.cli;

import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.util.List;

/** One command. */
interface Command {
  /** Its name; words after a blank are those of a subcommand, such as {@code jobs list}. */
  String name();

  /** One line for the list of commands. */
  String summary();

  /** What its own help says after the summary, line by line. */
  default List<String> description() {
    return List.of();
  }

  List<Setting<?>> settings();

  /** Which exit codes it can end with, each with its meaning. */
  List<String> exitCodes();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws dev.packhorse.engine.run.RunException to end with a sentence and an exit code
   */
  int run(Settings settings, Console console) throws IOException;
}
