package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_CHANNELS_TOO_MANY;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_MEMBERS_TOO_MANY;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.Definition.TeamName;
import java.util.function.Consumer;

/**
 * How many members and channels a team may have: A-MEMB-03, A-CHAN-07, T-14. Told at the end, once
 * for a team: the remedy is a setting of the target, and to refuse the lines beyond the limit would
 * take everything with them that refers to them.
 */
final class TeamLimits {
  private final TargetProfile target;
  private final Definitions known;

  TeamLimits(TargetProfile target, Definitions known) {
    this.target = target;
    this.known = known;
  }

  void joined(TeamName team, Line line, int membership) {
    if (++team.members > target.maxUsersPerTeam() && team.firstMemberOver == null) {
      team.firstMemberOver = line.place(MembershipRules.at(membership, "/name"));
    }
  }

  /** A channel is counted before it is made; one that is archived counts no more after that. */
  void made(TeamName team, boolean archived, Line line) {
    if (team.activeChannels >= target.maxChannelsPerTeam() && team.firstChannelOver == null) {
      team.firstChannelOver = line.place("/channel/team");
    }
    team.activeChannels += archived ? 0 : 1;
  }

  void finish(Consumer<Problem> late) {
    known.teams.forEach(
        (name, team) -> {
          if (team.firstChannelOver != null) {
            int limit = target.maxChannelsPerTeam();
            int count = Math.max(team.activeChannels, limit + 1);
            late.accept(
                Problem.of(TEAM_CHANNELS_TOO_MANY, team.firstChannelOver, name, count, limit));
          }
          if (team.firstMemberOver != null) {
            int limit = target.maxUsersPerTeam();
            late.accept(
                Problem.of(TEAM_MEMBERS_TOO_MANY, team.firstMemberOver, name, team.members, limit));
          }
        });
  }
}
