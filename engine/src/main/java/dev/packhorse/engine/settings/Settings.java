package dev.packhorse.engine.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values that hold for one command, and where each came from. */
public final class Settings {

  /**
   * @param origin such as {@code --threads}, {@code packhorse.yml:3} or {@code default}
   */
  record Value(Object value, String origin) {}

  private final Map<Setting<?>, Value> values;

  Settings(Map<Setting<?>, Value> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** The value; null if it is not set and has no default, or is none of the command's. */
  public <T> T get(Setting<T> setting) {
    Value value = values.get(setting);
    if (value == null) {
      return setting.fallback();
    }
    @SuppressWarnings("unchecked") // the resolver parsed it with the setting's own type
    T typed = (T) value.value;
    return typed;
  }

  /** Whether the user said something about it. */
  public boolean given(Setting<?> setting) {
    Value value = values.get(setting);
    return value != null && !value.origin.equals(SettingsResolver.DEFAULT);
  }

  /** Where the value comes from, such as {@code --threads} or {@code packhorse.yml:3}. */
  public String origin(Setting<?> setting) {
    Value value = values.get(setting);
    return value == null ? SettingsResolver.DEFAULT : value.origin;
  }

  /** Names and values as text, secrets masked, for the settings that differ from the default. */
  public Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Setting<?> setting : values.keySet()) {
      if (given(setting)) {
        shown.put(setting.name(), show(setting));
      }
    }
    return shown;
  }

  public <T> String show(Setting<T> setting) {
    return setting.show(get(setting));
  }
}
