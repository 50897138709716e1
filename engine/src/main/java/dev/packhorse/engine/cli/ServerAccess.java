package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.server.Access;
import dev.packhorse.connectors.spi.server.Servers;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** How the settings of a command get at the server that it names. */
final class ServerAccess {
  private static final String TOKEN = "PACKHORSE_TOKEN";

  private ServerAccess() {}

  /** The address that the command names. */
  static String address(Settings settings) {
    String address = settings.get(AllSettings.SERVER);
    if (address == null) {
      throw new SettingsException("SERVER is missing, such as https://chat.example.org.");
    }
    return address;
  }

  static Servers servers(String address) {
    for (Servers each : ServiceLoader.load(Servers.class)) {
      if (each.handles(address)) {
        return each;
      }
    }
    throw new RunException(
        ExitCode.USAGE,
        "\"" + address + "\" is no server.",
        "Name it like https://chat.example.org, or local: for one of this machine.");
  }

  static Access of(Settings settings, Console console) {
    return new Access(
        () -> token(settings, console),
        configuration(console.environment()).resolve("logins"),
        settings.get(AllSettings.CA_FILE),
        console.environment(),
        () -> false);
  }

  private static String token(Settings settings, Console console) {
    Path file = settings.get(AllSettings.TOKEN_FILE);
    if (file == null) {
      return console.environment().get(TOKEN);
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? "" : lines.get(0).strip();
    } catch (IOException e) {
      throw new SettingsException("--token-file " + file + " can't be read.");
    }
  }

  /** Where the XDG base directories put what belongs to a user. */
  private static Path configuration(Map<String, String> environment) {
    String base = environment.get("XDG_CONFIG_HOME");
    return base == null || base.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".config", "packhorse")
        : Path.of(base, "packhorse");
  }
}
