package dev.packhorse.engine.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts flags, environment, settings file and defaults together for one command. */
public final class SettingsResolver {
  static final String DEFAULT = "default";
  private static final String PREFIX = "PACKHORSE_";

  /** By the start script, and by whoever needs the password. */
  private static final Set<String> READ_ELSEWHERE =
      Set.of("PACKHORSE_JAVA_OPTS", "PACKHORSE_PASSWORD", "PACKHORSE_TOKEN");

  private final String command;
  private final List<Setting<?>> wanted;
  private final List<String> problems = new ArrayList<>();

  public SettingsResolver(String command, List<Setting<?>> wanted) {
    this.command = command;
    this.wanted = wanted;
  }

  /**
   * @param flags texts by setting name
   * @throws SettingsException with every problem there is
   */
  public Settings resolve(
      Map<String, String> flags, Map<String, String> environment, SettingsFile file) {
    problems.addAll(file.problems());
    unknownVariables(environment);
    Map<Setting<?>, Settings.Value> values = new LinkedHashMap<>();
    for (Setting<?> setting : wanted) {
      Settings.Value value = value(setting, flags, environment, file);
      if (value != null) {
        values.put(setting, value);
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Settings(values);
  }

  private Settings.Value value(
      Setting<?> setting,
      Map<String, String> flags,
      Map<String, String> environment,
      SettingsFile file) {
    String flag = flags.get(setting.name());
    if (flag != null) {
      String origin = setting.positional() ? setting.type().placeholder() : setting.flag();
      return parse(setting, flag, origin);
    }
    String variable = environment.get(setting.variable());
    if (variable != null) {
      return parse(setting, variable, setting.variable());
    }
    SettingsFile.Entry entry = file.entry(command, setting.name());
    if (entry != null) {
      return parse(setting, entry.text(), entry.origin());
    }
    return setting.fallback() == null ? null : new Settings.Value(setting.fallback(), DEFAULT);
  }

  private Settings.Value parse(Setting<?> setting, String text, String origin) {
    String problem = problem(setting, text, origin);
    if (problem != null) {
      problems.add(problem);
      return null;
    }
    return new Settings.Value(setting.type().parser().apply(text), origin);
  }

  /** What is wrong with a value, or null. */
  static String problem(Setting<?> setting, String text, String origin) {
    try {
      setting.type().parser().apply(text);
      return null;
    } catch (IllegalArgumentException | ArithmeticException e) {
      String shown = setting.secret() ? "not usable" : "\"" + text + "\"";
      String wanted = setting.type().wanted();
      return setting.name() + " (" + origin + ") is " + shown + "; " + wanted + " is needed.";
    }
  }

  private void unknownVariables(Map<String, String> environment) {
    List<String> known = CommandSettings.ALL.stream().map(Setting::variable).toList();
    for (String name : new TreeMap<>(environment).keySet()) {
      if (name.startsWith(PREFIX) && !known.contains(name) && !READ_ELSEWHERE.contains(name)) {
        problems.add(name + " is not a setting." + NearestName.hint(name, known));
      }
    }
  }
}
