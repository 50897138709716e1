package dev.packhorse.engine.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which settings each command that has a section in the settings file takes. */
final class Commands {
  static final Map<String, List<Setting<?>>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("validate", AllSettings.VALIDATE);
    BY_NAME.put("export", AllSettings.EXPORT);
    BY_NAME.put("migrate", AllSettings.MIGRATE);
    BY_NAME.put("inspect", AllSettings.INSPECT);
    BY_NAME.put("demo", AllSettings.DEMO);
    BY_NAME.put("login", AllSettings.LOGIN);
    BY_NAME.put("logout", AllSettings.WHOAMI);
    BY_NAME.put("whoami", AllSettings.WHOAMI);
    BY_NAME.put("jobs", AllSettings.JOBS);
  }

  private Commands() {}
}
