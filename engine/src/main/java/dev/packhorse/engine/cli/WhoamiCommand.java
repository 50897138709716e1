package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.util.List;

/** {@code packhorse whoami SERVER}. */
final class WhoamiCommand implements Command {
  @Override
  public String name() {
    return "whoami";
  }

  @Override
  public String summary() {
    return "Show as whom one is signed in to a server, and what the server is.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.WHOAMI;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   shown",
        "2   usage or settings",
        "5   the server can't be reached or is no Mattermost server",
        "6   nobody is signed in, or the login is not valid any more");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    String address = ServerAccess.address(settings);
    IdentityText.print(
        ServerAccess.servers(address).identity(address, ServerAccess.of(settings, console)),
        settings,
        console);
    return ExitCode.DONE;
  }
}
