package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.server.Access;
import dev.packhorse.connectors.spi.server.Identity;
import dev.packhorse.connectors.spi.server.Servers;
import dev.packhorse.connectors.spi.server.SignIn;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import java.io.IOException;
import java.util.List;

/** {@code packhorse login SERVER}. */
final class LoginCommand implements Command {
  @Override
  public String name() {
    return "login";
  }

  @Override
  public String summary() {
    return "Sign in to a Mattermost server and keep the login.";
  }

  @Override
  public List<String> description() {
    return List.of(
        "With --user asks for the password and, if the server wants one, the code of the second factor;",
        "with --token-file keeps a personal access token, which is the better way for what runs by",
        "itself. The login is kept in a file that only its owner may read, and used by all commands that",
        "name the server.");
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.LOGIN;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   signed in",
        "2   usage or settings",
        "5   the server can't be reached or is no Mattermost server",
        "6   name, password, code or token are refused");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    String address = ServerAccess.address(settings);
    Servers servers = ServerAccess.servers(address);
    Access access = ServerAccess.of(settings, console);
    String user = settings.get(AllSettings.USER);
    boolean token = settings.get(AllSettings.TOKEN_FILE) != null;
    if ((user == null) != token) {
      throw new SettingsException(
          "Either --user NAME or --token-file FILE is needed, and not both.");
    }
    Identity identity =
        token ? servers.login(address, access) : byName(address, user, settings, console);
    IdentityText.print(identity, settings, console);
    return ExitCode.DONE;
  }

  private static Identity byName(String address, String user, Settings settings, Console console)
      throws IOException {
    Passwords passwords = new Passwords(settings.get(AllSettings.PASSWORD_FILE), console);
    SignIn how =
        new SignIn(user, passwords, () -> Passwords.asked("Code of the second factor: ", console));
    return ServerAccess.servers(address).login(address, ServerAccess.of(settings, console), how);
  }
}
