package dev.packhorse.formats.schema;

import dev.packhorse.formats.schema.Definition.Account;
import dev.packhorse.formats.schema.Definition.ChannelName;
import dev.packhorse.formats.schema.Definition.Plain;
import dev.packhorse.formats.schema.Definition.RoleName;
import dev.packhorse.formats.schema.Definition.SchemeName;
import dev.packhorse.formats.schema.Definition.TeamName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All things defined so far, by the name under which the server stores them: teams, channels and
 * accounts in lower case, the others as written.
 */
final class Definitions {
  /** Channels that come with every team (bulk-format reference 2.3). */
  static final Set<String> IMPLIED_CHANNELS = Set.of("town-square", "off-topic");

  final Map<String, RoleName> roles = new HashMap<>();
  final Map<String, SchemeName> schemes = new HashMap<>();

  /** In the order of definition, for the same order of findings. */
  final Map<String, TeamName> teams = new LinkedHashMap<>();

  final Map<String, Account> accounts = new HashMap<>();
  final Map<String, Plain> emoji = new HashMap<>();

  /** Username of the account that holds an e-mail address. */
  final Map<String, String> emails = new HashMap<>();

  /** Username of the account that holds the auth data of a service. */
  final Map<String, String> authData = new HashMap<>();

  Definitions() {
    for (String name : WordLists.BUILT_IN_ROLES) {
      RoleName role = new RoleName();
      role.schemeManaged =
          name.endsWith("_guest")
              || name.endsWith("_user")
              || name.equals("system_admin")
              || name.equals("team_admin")
              || name.equals("channel_admin")
              || name.startsWith("playbook_")
              || name.startsWith("run_");
      roles.put(name, role);
    }
  }

  /** The team of that stored name, with the channels that come with it. */
  TeamName addTeam(String name) {
    TeamName team = teams.get(name);
    if (team == null) {
      team = new TeamName();
      teams.put(name, team);
      for (String channel : IMPLIED_CHANNELS) {
        ChannelName implied = addChannel(name, team, channel);
        implied.type = "O";
        team.activeChannels++;
      }
    }
    return team;
  }

  ChannelName addChannel(String teamName, TeamName team, String name) {
    ChannelName channel = team.channels.get(name);
    if (channel == null) {
      channel = new ChannelName(Hash64.of(Hash64.of(Hash64.SEED, teamName), name));
      team.channels.put(name, channel);
    }
    return channel;
  }
}
