package dev.packhorse.engine.settings;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param name in lower case with hyphens; the flag is {@code --name}, the variable {@code
 *     PACKHORSE_NAME} with underscores, the key of the settings file the name itself
 * @param letter short flag, or 0
 * @param fallback the default; null if there is none
 * @param shownDefault what help says of the default when the value itself would not do; may be null
 * @param positional whether it is given as a word of its own instead of a flag
 * @param secret whether its value is never shown
 * @param description one sentence for help and reference
 */
public record Setting<T>(
    String name,
    char letter,
    SettingType<T> type,
    T fallback,
    String shownDefault,
    boolean positional,
    boolean secret,
    String description) {

  static <T> Setting<T> of(String name, SettingType<T> type, T fallback, String description) {
    return new Setting<>(name, (char) 0, type, fallback, null, false, false, description);
  }

  Setting<T> letter(char value) {
    return new Setting<>(
        name, value, type, fallback, shownDefault, positional, secret, description);
  }

  Setting<T> shown(String value) {
    return new Setting<>(name, letter, type, fallback, value, positional, secret, description);
  }

  Setting<T> asWord() {
    return new Setting<>(name, letter, type, fallback, shownDefault, true, secret, description);
  }

  Setting<T> asSecret() {
    return new Setting<>(name, letter, type, fallback, shownDefault, positional, true, description);
  }

  public String flag() {
    return "--" + name;
  }

  /** Name of the environment variable. */
  public String variable() {
    return "PACKHORSE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  public boolean isSwitch() {
    return type == SettingType.SWITCH;
  }

  /** The default as text; empty if there is none. */
  public String defaultText() {
    if (shownDefault != null) {
      return shownDefault;
    }
    return fallback == null ? "" : type.printer().apply(fallback);
  }

  /** A value as it may be shown. */
  String show(T value) {
    if (value == null) {
      return "";
    }
    return secret ? "********" : type.printer().apply(value);
  }
}
