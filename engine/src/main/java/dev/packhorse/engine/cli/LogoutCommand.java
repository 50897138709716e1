package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code packhorse logout SERVER}. */
final class LogoutCommand implements Command {
  @Override
  public String name() {
    return "logout";
  }

  @Override
  public String summary() {
    return "End the login at a server and forget it.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.WHOAMI;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   nobody is signed in there any more",
        "2   usage or settings",
        "5   the server can't be reached");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    String address = ServerAccess.address(settings);
    Optional<String> who =
        ServerAccess.servers(address).logout(address, ServerAccess.of(settings, console));
    console
        .out()
        .println(
            who.map(name -> name + " is signed out of " + address + ".")
                .orElse("Nobody was signed in to " + address + "."));
    return ExitCode.DONE;
  }
}
