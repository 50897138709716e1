package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.USER_GUEST_CHANNEL_ROLE_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.USER_GUEST_SYSTEM_ROLE_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.USER_GUEST_TEAM_ROLE_MISSING;

import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;

/** V-GUEST-01 to V-GUEST-04: guests must be guests everywhere, and others not everywhere (T-17). */
final class GuestRules {
  private GuestRules() {}

  static void check(User user, Findings out) {
    if (user.roles() == null || user.teams().isEmpty()) {
      return;
    }
    boolean guest = RoleNames.contains(user.roles(), "system_guest");
    int channels = 0;
    int guestTeams = 0;
    int guestChannels = 0;
    for (int i = 0; i < user.teams().size(); i++) {
      TeamMembership team = user.teams().get(i);
      boolean teamGuest = RoleNames.contains(team.roles(), "team_guest");
      guestTeams += teamGuest ? 1 : 0;
      if (guest && !teamGuest) {
        out.report(USER_GUEST_TEAM_ROLE_MISSING, MembershipRules.at(i, "/roles"), shown(team));
      }
      if (team.channels() == null) {
        continue;
      }
      for (int k = 0; k < team.channels().size(); k++) {
        ChannelMembership channel = team.channels().get(k);
        boolean channelGuest = RoleNames.contains(channel.roles(), "channel_guest");
        channels++;
        guestChannels += channelGuest ? 1 : 0;
        if (guest && !channelGuest) {
          String name = RoleRules.shown(channel.name());
          String pointer = MembershipRules.at(i, k, "/roles");
          out.report(USER_GUEST_CHANNEL_ROLE_MISSING, pointer, name);
        }
      }
    }
    if (!guest && guestTeams == user.teams().size()) {
      out.report(USER_GUEST_SYSTEM_ROLE_MISSING, "/user/roles", "team_guest", "team");
    }
    if (!guest && channels > 0 && guestChannels == channels) {
      out.report(USER_GUEST_SYSTEM_ROLE_MISSING, "/user/roles", "channel_guest", "channel");
    }
  }

  private static String shown(TeamMembership team) {
    return RoleRules.shown(team.name());
  }
}
