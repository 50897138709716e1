package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.MEMBERSHIP_CHANNEL_REPEATED;
import static dev.packhorse.formats.schema.AccountProblem.MEMBERSHIP_TEAM_REPEATED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_ROLE_REFUSED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_ROLE_SCHEME_MANAGED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_ROLE_UNKNOWN;

import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Severity;
import dev.packhorse.formats.schema.Definition.Account;
import dev.packhorse.formats.schema.Definition.RoleName;
import dev.packhorse.formats.schema.Definition.TeamName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Teams, channels and roles of a user: A-MEMB-01 to A-MEMB-06, A-USER-07, T-14. */
final class MembershipLines {
  private static final Set<String> TEAM_FLAGS = Set.of("team_user", "team_admin", "team_guest");
  private static final Set<String> CHANNEL_FLAGS =
      Set.of("channel_user", "channel_admin", "channel_guest");

  private final Definitions known;
  private final References references;
  private final TeamLimits limits;
  private final Set<String> teamNames = new HashSet<>();
  private final Set<String> channelNames = new HashSet<>();

  MembershipLines(Definitions known, References references, TeamLimits limits) {
    this.known = known;
    this.references = references;
    this.limits = limits;
  }

  /**
   * @param before the account of that name, or null if it is new
   */
  void check(User user, Account before, Line line) {
    boolean onTarget = before != null && before.onTarget;
    systemRoles(user.roles(), onTarget, line);
    List<TeamMembership> teams = user.teams();
    if (teams == null) {
      return;
    }
    teamNames.clear();
    for (int i = 0; i < teams.size(); i++) {
      TeamMembership membership = teams.get(i);
      explicitRoles(membership.roles(), TEAM_FLAGS, line, i, -1);
      TeamName team = references.team(membership.name());
      if (team == null) {
        references.missingTeam(membership.name(), line, MembershipRules.at(i, "/name"));
      } else {
        boolean member = before != null && before.isIn(membership.name());
        if (!member && !teamNames.add(membership.name())) {
          String pointer = MembershipRules.at(i, "/name");
          line.report(MEMBERSHIP_TEAM_REPEATED, pointer, membership.name());
        }
        if (!member && !line.refused() && !isDeactivated(user)) {
          limits.joined(team, line, i);
        }
        channels(team, membership, i, line);
      }
    }
  }

  /** Such accounts are not counted as members (bulk-format reference 3.4). */
  private static boolean isDeactivated(User user) {
    return user.deleteAt() != null && user.deleteAt() > 0;
  }

  private void channels(TeamName team, TeamMembership membership, int i, Line line) {
    List<ChannelMembership> channels = membership.channels();
    if (channels == null) {
      return;
    }
    channelNames.clear();
    for (int k = 0; k < channels.size(); k++) {
      ChannelMembership channel = channels.get(k);
      explicitRoles(channel.roles(), CHANNEL_FLAGS, line, i, k);
      String name = channel.name();
      if (name == null) {
        continue;
      }
      if (References.channel(team, name) == null) {
        String pointer = MembershipRules.at(i, k, "/name");
        References.missingChannel(team, membership.name(), name, line, pointer);
      } else if (!channelNames.add(name) && !name.equals("town-square")) {
        line.report(MEMBERSHIP_CHANNEL_REPEATED, MembershipRules.at(i, k, "/name"), name);
      }
    }
  }

  /**
   * A-USER-07. A new account may have roles that nobody knows, but the next import of the same file
   * fails over them.
   */
  private void systemRoles(String roles, boolean onTarget, Line line) {
    if (roles == null) {
      return;
    }
    for (int at = RoleNames.next(roles, 0); at < roles.length(); ) {
      String word = RoleNames.wordAt(roles, at);
      RoleName role = known.roles.get(word);
      if ((role == null || !role.exists()) && Names.isRole(word)) {
        Severity severity = onTarget ? Severity.ERROR : Severity.WARNING;
        line.report(
            role == null ? REFERENCE_ROLE_UNKNOWN : REFERENCE_ROLE_REFUSED,
            severity,
            "/user/roles",
            word,
            role == null ? 0 : role.line);
      }
      at = RoleNames.next(roles, at + word.length());
    }
  }

  /** A-MEMB-06: words that are no flags must be roles of their own. */
  private void explicitRoles(String roles, Set<String> flags, Line line, int team, int channel) {
    if (roles == null) {
      return;
    }
    for (int at = RoleNames.next(roles, 0); at < roles.length(); ) {
      String word = RoleNames.wordAt(roles, at);
      if (!flags.contains(word) && Names.isRole(word)) {
        explicitRole(word, line, team, channel);
      }
      at = RoleNames.next(roles, at + word.length());
    }
  }

  private void explicitRole(String word, Line line, int team, int channel) {
    RoleName role = known.roles.get(word);
    if (role != null && role.exists() && !role.schemeManaged) {
      return;
    }
    String pointer =
        channel < 0
            ? MembershipRules.at(team, "/roles")
            : MembershipRules.at(team, channel, "/roles");
    if (role == null) {
      line.report(REFERENCE_ROLE_UNKNOWN, pointer, word);
    } else if (!role.exists()) {
      line.report(REFERENCE_ROLE_REFUSED, pointer, word, role.line);
    } else {
      line.report(REFERENCE_ROLE_SCHEME_MANAGED, pointer, word);
    }
  }
}
