package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Member;
import dev.packhorse.connectors.server.testing.state.ServerLog;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts as imports make and change them (rest-api reference 2.8). */
final class ImportUsers {
  private final World world;
  private final ImportFiles files;
  private final List<String> reset = new ArrayList<>();

  ImportUsers(World world, ImportFiles files) {
    this.world = world;
    this.files = files;
  }

  List<String> reset() {
    return reset;
  }

  /** Caps on users, domains and sign-up are not looked at. */
  void user(Line line) throws JobError {
    String username = line.needed("username").toLowerCase(Locale.ROOT);
    String email = line.needed("email").toLowerCase(Locale.ROOT);
    if (!username.matches("[a-z0-9._-]{1,64}")) {
      throw line.invalid("Username is not valid.");
    }
    ServerLog.line(world, "info", "Importing user", "user_name", username);
    User present = world.userNamed(username);
    User owner = world.userByEmail(email);
    if (owner != null && owner != present) {
      throw line.invalid("An account with that email already exists.");
    }
    User user = present != null ? present : world.addUser(username);
    user.email = email;
    user.emailVerified = true;
    credentials(line, user, present == null);
    names(line, user);
    if (present == null) {
      user.deleteAt = line.number("delete_at", 0);
    }
    for (Line team : line.objects("teams")) {
      join(team, user);
    }
    user.picture = files.picture(line, user.picture);
    user.updateAt = world.now();
  }

  private void names(Line line, User user) throws JobError {
    user.nickname = line.text("nickname", user.nickname);
    user.firstName = line.text("first_name", user.firstName);
    user.lastName = line.text("last_name", user.lastName);
    user.position = line.text("position", user.position);
    user.roles = line.text("roles", user.roles);
    // Reset on accounts that exist, too.
    user.locale = line.text("locale", "en");
    preference(user, "theme", "", line.text("theme", null));
    preference(user, "tutorial_step", user.id, line.text("tutorial_step", null));
    preference(user, "display_settings", "use_military_time", line.text("military_time", null));
  }

  private static void preference(User user, String category, String name, String value) {
    if (value != null) {
      user.preferences.removeIf(p -> p[0].equals(category) && p[1].equals(name));
      user.preferences.add(new String[] {category, name, value});
    }
  }

  private void credentials(Line line, User user, boolean made) throws JobError {
    String password = line.text("password", null);
    String data = line.text("auth_data", null);
    boolean signsInElsewhere = data != null && !data.isEmpty();
    if (signsInElsewhere) {
      if (password != null) {
        throw line.invalid("User AuthData and Password are mutually exclusive.");
      }
      user.signIn(line.needed("auth_service"), data);
    } else if (password != null) {
      if (password.length() < world.config.number("PasswordSettings.MinimumLength")) {
        throw line.invalid("Your password must contain at least 8 characters.");
      }
      user.password = password;
      user.passwordReset = false;
    } else {
      user.password = world.newId();
      user.passwordReset = !made;
      user.passwordHashed = false;
      if (!made) {
        lost(user);
      }
    }
  }

  private void lost(User user) {
    reset.add(user.username);
    if (world.config.on("ServiceSettings.TerminateSessionsOnPasswordChange")) {
      world.endLogins(user);
    }
  }

  private void join(Line line, User user) throws JobError {
    String name = line.needed("name");
    Team team = world.teamNamed(name);
    if (team == null) {
      throw line.invalid("Unable to find the team \"" + name + "\".");
    }
    if (!team.members.containsKey(user.id)) {
      if (team.members.size() >= world.config.number("TeamSettings.MaxUsersPerTeam")) {
        throw line.invalid(
            "Unable to save team members: the team has reached the maximum number of users.");
      }
      team.with(user);
    }
    roles(line, team.members, user, "team_admin");
    for (Line in : line.objects("channels")) {
      String channelName = in.needed("name");
      Channel channel = world.channelNamed(team, channelName);
      if (channel == null) {
        throw line.invalid("Unable to find the channel \"" + channelName + "\".");
      }
      if (!channel.members.containsKey(user.id)) {
        channel.with(user);
      }
      roles(in, channel.members, user, "channel_admin");
      Member member = channel.members.get(user.id);
      member.lastViewedAt = in.number("last_viewed_at", member.lastViewedAt);
      member.msgCount = in.number("msg_count", member.msgCount);
    }
  }

  private static void roles(Line line, Map<String, Member> members, User user, String admin)
      throws JobError {
    String roles = line.text("roles", null);
    if (roles != null) {
      members.get(user.id).schemeAdmin = List.of(roles.split(" ")).contains(admin);
    }
  }

  void bot(Line line) throws JobError {
    String username = line.needed("username").toLowerCase(Locale.ROOT);
    String owner = line.needed("owner");
    User present = world.userNamed(username);
    User bot = present != null ? present : world.addUser(username).asBot();
    User of = world.userNamed(owner);
    // An owner that is no account is taken for a plugin.
    bot.botOwner = of != null ? of.id : owner;
    bot.firstName = line.text("display_name", bot.firstName);
    bot.botDescription = line.text("description", bot.botDescription);
    bot.deleteAt = line.number("delete_at", bot.deleteAt);
  }
}
