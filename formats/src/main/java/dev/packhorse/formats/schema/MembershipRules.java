package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.MEMBERSHIP_CHANNEL_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.MEMBERSHIP_NOTIFY_PROPS_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.MEMBERSHIP_TEAM_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.USER_PREFERENCE_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_ROLES_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_THEME_INVALID;

import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import java.util.List;

/** V-UTEAM-01 to V-UTEAM-03, V-UCHAN-01 to V-UCHAN-05. */
final class MembershipRules {
  private static final String[] LEVELS = {"default", "all", "mention", "none"};
  private static final String[] UNREAD = {"all", "mention"};

  private final TargetProfile target;

  MembershipRules(TargetProfile target) {
    this.target = target;
  }

  void check(User user, Findings out) {
    List<TeamMembership> teams = user.teams();
    if (teams == null) {
      return;
    }
    for (int i = 0; i < teams.size(); i++) {
      team(teams.get(i), i, out);
    }
    if (target.modern()) {
      GuestRules.check(user, out);
    }
  }

  private void team(TeamMembership team, int i, Findings out) {
    if (team.name() == null) {
      out.report(MEMBERSHIP_TEAM_MISSING, at(i, "/name"));
    }
    String invalid = team.roles() == null ? null : RoleNames.firstInvalid(team.roles());
    if (invalid != null) {
      out.report(USER_ROLES_INVALID, at(i, "/roles"), invalid);
    }
    if (team.theme() != null) {
      theme(team.theme(), i, out);
    }
    List<ChannelMembership> channels = team.channels();
    if (channels != null) {
      for (int k = 0; k < channels.size(); k++) {
        channel(channels.get(k), i, k, out);
      }
    }
  }

  private void theme(String theme, int i, Findings out) {
    if (!Themes.isBlank(theme) && !Themes.isObjectOfStrings(theme, false)) {
      out.report(USER_THEME_INVALID, at(i, "/theme"));
    }
    int limit = target.maxPreferenceRunes();
    if (Texts.runesOver(theme, limit)) {
      out.report(USER_PREFERENCE_TOO_LONG, at(i, "/theme"), Texts.runes(theme), limit);
    }
  }

  private static void channel(ChannelMembership channel, int team, int i, Findings out) {
    if (channel.name() == null) {
      out.report(MEMBERSHIP_CHANNEL_MISSING, at(team, i, "/name"));
    }
    String invalid = channel.roles() == null ? null : RoleNames.firstInvalid(channel.roles());
    if (invalid != null) {
      out.report(USER_ROLES_INVALID, at(team, i, "/roles"), invalid);
    }
    if (channel.notifyProps() != null) {
      word(channel.notifyProps().desktop(), LEVELS, team, i, "desktop", out);
      word(channel.notifyProps().mobile(), LEVELS, team, i, "mobile", out);
      word(channel.notifyProps().markUnread(), UNREAD, team, i, "mark_unread", out);
    }
  }

  private static void word(
      String value, String[] words, int team, int channel, String member, Findings out) {
    if (!Check.isOneOf(value, words)) {
      out.report(
          MEMBERSHIP_NOTIFY_PROPS_INVALID,
          at(team, channel, "/notify_props/" + member),
          value,
          member,
          String.join(", ", words));
    }
  }

  static String at(int team, String member) {
    return "/user/teams/" + team + member;
  }

  static String at(int team, int channel, String member) {
    return "/user/teams/" + team + "/channels/" + channel + member;
  }
}
