package dev.packhorse.engine.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which settings each command that has a section in the settings file takes. */
final class Commands {
  static final Map<String, List<Setting<?>>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("validate", CommandSettings.VALIDATE);
    BY_NAME.put("export", CommandSettings.EXPORT);
    BY_NAME.put("migrate", CommandSettings.MIGRATE);
    BY_NAME.put("inspect", CommandSettings.INSPECT);
    BY_NAME.put("demo", CommandSettings.DEMO);
    BY_NAME.put("login", CommandSettings.LOGIN);
    BY_NAME.put("logout", CommandSettings.WHOAMI);
    BY_NAME.put("whoami", CommandSettings.WHOAMI);
    BY_NAME.put("jobs", CommandSettings.JOBS);
  }

  private Commands() {}
}
