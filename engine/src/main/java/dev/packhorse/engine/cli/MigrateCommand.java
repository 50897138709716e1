package dev.packhorse.engine.cli;

import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import java.io.IOException;
import java.util.List;

/** {@code packhorse migrate SOURCE TARGET}. */
final class MigrateCommand implements Command {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String summary() {
    return "Write a source into a target, without what a server would refuse.";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Checks all records of SOURCE as validate does, then writes TARGET: passing records byte for",
        "byte, records in error into the reject file instead. A run that was cut off, in whatever way,",
        "goes on when the same command is given again.");
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.MIGRATE;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   done, nothing refused or lost",
        "2   usage or settings",
        "3   done; records were refused or something was lost, as listed",
        "4   the data is invalid and nothing was written (--on-problem stop)",
        "5   source or target can't be reached; the same command goes on",
        "6   source or target may not be read or written by this user",
        "7   refused before anything was written",
        "11  another run writes this target",
        "13  the source is damaged",
        "14  no space left; the same command goes on",
        "130, 143  interrupted; the same command goes on");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    String target = settings.get(AllSettings.TARGET);
    if (target == null && !settings.get(AllSettings.DRY_RUN)) {
      throw new SettingsException("TARGET is missing: the file or archive to write.");
    }
    return new Transfer(settings, console, target, settings.get(AllSettings.REPAIR)).run();
  }
}
