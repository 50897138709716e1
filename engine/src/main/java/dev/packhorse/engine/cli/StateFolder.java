package dev.packhorse.engine.cli;

import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/** Where runs keep their state: as set, else where the XDG base directories put it. */
final class StateFolder {
  private StateFolder() {}

  static Path of(Settings settings, Console console) {
    Path set = settings.get(AllSettings.STATE_DIR);
    if (set != null) {
      return set;
    }
    Map<String, String> environment = console.environment();
    String base = environment.get("XDG_STATE_HOME");
    return base == null || base.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".local", "state", "packhorse")
        : Path.of(base, "packhorse");
  }
}
