package dev.packhorse.engine.settings;

import java.util.List;
import java.util.Map;

/** The reference page of settings, made from the list. */
public final class SettingsReference {
  private SettingsReference() {}

  public static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings

            This page is printed by `packhorse config reference`; a test keeps it equal to the list in the program.

            Every setting can be given as a flag, as an environment variable, or in `packhorse.yml` (the file in
            the current folder, or the one named by `--config` or `PACKHORSE_CONFIG`). Flags win over variables,
            variables over the section of the command in the file, that over the top of the file, that over the
            default. An unknown name anywhere is an error.

            ```yaml
            threads: 2
            target-version: 10.5
            migrate:
              repair: true
              existing: [last-export.jsonl]
            ```

            | setting | flag | variable | value | default | commands | meaning |
            |---|---|---|---|---|---|---|
            """);
    for (Setting<?> setting : CommandSettings.ALL) {
      page.append("| `").append(setting.name()).append("` | ");
      page.append(flag(setting)).append(" | ");
      page.append('`').append(setting.variable()).append("` | ");
      page.append(setting.type().wanted().replace("|", "\\|")).append(" | ");
      page.append(setting.defaultText()).append(" | ");
      page.append(String.join(", ", commands(setting))).append(" | ");
      page.append(setting.description()).append(" |\n");
    }
    return page.toString();
  }

  private static String flag(Setting<?> setting) {
    if (setting.positional()) {
      return setting.type().placeholder();
    }
    String letter = setting.letter() == 0 ? "" : "`-" + setting.letter() + "`, ";
    boolean negated = setting.isSwitch() && Boolean.TRUE.equals(setting.fallback());
    return letter + "`--" + (negated ? "no-" : "") + setting.name() + "`";
  }

  private static List<String> commands(Setting<?> setting) {
    return Commands.BY_NAME.entrySet().stream()
        .filter(command -> command.getValue().contains(setting))
        .map(Map.Entry::getKey)
        .toList();
  }
}
