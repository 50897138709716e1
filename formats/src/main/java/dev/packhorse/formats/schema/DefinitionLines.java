package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_ARCHIVED_ON_TARGET;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_REPEATED;
import static dev.packhorse.formats.schema.DefinitionProblem.CHANNEL_TYPE_CHANGED;
import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_REPEATED;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_REPEATED;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_SCOPE_CHANGED;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_REPEATED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_SCHEME_REFUSED;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_SCHEME_UNKNOWN;
import static dev.packhorse.formats.schema.ReferenceProblem.REFERENCE_SCHEME_WRONG_SCOPE;

import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.schema.Definition.ChannelName;
import dev.packhorse.formats.schema.Definition.Plain;
import dev.packhorse.formats.schema.Definition.RoleName;
import dev.packhorse.formats.schema.Definition.SchemeName;
import dev.packhorse.formats.schema.Definition.TeamName;

/** Lines that define roles, schemes, emoji, teams and channels, against all that came before. */
final class DefinitionLines {
  private final Definitions known;
  private final References references;
  private final Repeats repeats;
  private final TeamLimits limits;

  DefinitionLines(Definitions known, References references, Repeats repeats, TeamLimits limits) {
    this.known = known;
    this.references = references;
    this.repeats = repeats;
    this.limits = limits;
  }

  void role(Role role, Line line) {
    if (role.name() == null) {
      return;
    }
    RoleName before = known.roles.get(role.name());
    repeats.check(before, ROLE_REPEATED, line, "/role/name", role.name());
    RoleName defined = before == null ? new RoleName() : before;
    defined.schemeManaged = Boolean.TRUE.equals(role.schemeManaged());
    defined.definedBy(line, before == null);
    known.roles.put(role.name(), defined);
  }

  void scheme(Scheme scheme, Line line) {
    if (scheme.name() == null) {
      return;
    }
    SchemeName before = known.schemes.get(scheme.name());
    repeats.check(before, SCHEME_REPEATED, line, "/scheme/name", scheme.name());
    if (before != null && !before.inFile() && !before.scope.equals(scheme.scope())) {
      line.report(SCHEME_SCOPE_CHANGED, "/scheme/scope", scheme.name(), before.scope);
    }
    SchemeName defined = before == null ? new SchemeName() : before;
    defined.scope = RoleRules.shown(scheme.scope());
    defined.definedBy(line, before == null);
    known.schemes.put(scheme.name(), defined);
  }

  void emoji(Emoji emoji, Line line) {
    if (emoji.name() == null) {
      return;
    }
    Plain before = known.emoji.get(emoji.name());
    repeats.check(before, AccountProblem.EMOJI_REPEATED, line, "/emoji/name", emoji.name());
    Plain defined = before == null ? new Plain() : before;
    defined.definedBy(line, before == null);
    known.emoji.put(emoji.name(), defined);
  }

  void team(Team team, Line line) {
    scheme(team.scheme(), "team", line, "/team/scheme");
    if (team.name() == null) {
      return;
    }
    String name = Texts.fold(team.name());
    TeamName before = known.teams.get(name);
    repeats.check(before, TEAM_REPEATED, line, "/team/name", team.name());
    TeamName defined = known.addTeam(name);
    defined.definedBy(line, before == null);
  }

  void channel(Channel channel, Line line) {
    scheme(channel.scheme(), "channel", line, "/channel/scheme");
    if (channel.team() == null || channel.name() == null) {
      return;
    }
    String teamName = Texts.fold(channel.team());
    TeamName team = references.team(teamName);
    if (team == null) {
      references.missingTeam(teamName, line, "/channel/team");
      return;
    }
    String name = Texts.fold(channel.name());
    ChannelName before = team.channels.get(name);
    repeats.check(before, CHANNEL_REPEATED, line, "/channel/name", channel.name());
    boolean archived = channel.deletedAt() != null && channel.deletedAt() > 0;
    if (before != null && !before.inFile()) {
      changed(before, channel, line);
    } else if (before == null) {
      limits.made(team, archived, line);
    }
    ChannelName defined = known.addChannel(teamName, team, name);
    defined.type = channel.type();
    defined.archived = archived;
    defined.definedBy(line, before == null);
  }

  private static void changed(ChannelName before, Channel channel, Line line) {
    if (before.archived) {
      line.report(CHANNEL_ARCHIVED_ON_TARGET, "/channel/name", channel.name());
    } else if (channel.type() != null && !channel.type().equals(before.type)) {
      line.report(
          CHANNEL_TYPE_CHANGED, "/channel/type", channel.name(), before.type, channel.type());
    }
  }

  private void scheme(String name, String scope, Line line, String pointer) {
    if (name == null || !Names.isScheme(name)) {
      return;
    }
    SchemeName scheme = known.schemes.get(name);
    if (scheme == null) {
      line.report(REFERENCE_SCHEME_UNKNOWN, pointer, name);
    } else if (!scheme.exists()) {
      line.report(REFERENCE_SCHEME_REFUSED, pointer, name, scheme.line);
    } else if (!scheme.scope.equals(scope)) {
      line.report(REFERENCE_SCHEME_WRONG_SCOPE, pointer, name, scheme.scope, scope);
    }
  }
}
