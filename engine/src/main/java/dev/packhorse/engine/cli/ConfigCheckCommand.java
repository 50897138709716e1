package dev.packhorse.engine.cli;

import dev.packhorse.engine.report.Table;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code packhorse config check}: says what holds and where each value comes from. */
final class ConfigCheckCommand implements Command {
  @Override
  public String name() {
    return "config check";
  }

  @Override
  public String summary() {
    return "Check the settings file and the environment; show what holds and where it comes from.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.FLAGS;
  }

  @Override
  public List<String> exitCodes() {
    return List.of("0   all settings are good", "2   they are not; every problem is listed");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"setting", "value", "from"});
    for (Setting<?> setting : settings()) {
      String value = settings.given(setting) ? settings.show(setting) : setting.defaultText();
      rows.add(new String[] {setting.name(), value, settings.origin(setting)});
    }
    Table.print(rows, console.out());
    return ExitCode.DONE;
  }
}
