package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsReference;
import java.util.List;

/** {@code packhorse config reference}: the reference page of settings, in Markdown. */
final class ConfigReferenceCommand implements Command {
  @Override
  public String name() {
    return "config reference";
  }

  @Override
  public String summary() {
    return "Print the reference of all settings, in Markdown.";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public List<String> exitCodes() {
    return List.of("0   printed");
  }

  @Override
  public int run(Settings settings, Console console) {
    console.out().print(SettingsReference.markdown());
    return ExitCode.DONE;
  }
}
