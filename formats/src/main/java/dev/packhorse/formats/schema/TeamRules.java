package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_DESCRIPTION_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_DISPLAY_NAME_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_DISPLAY_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_NAME_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_NAME_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_NAME_RESERVED;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_SCHEME_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_TYPE_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.TEAM_TYPE_MISSING;

import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.problem.Findings;

/** V-TEAM-01 to V-TEAM-10. */
final class TeamRules {
  private static final String[] TYPES = {"O", "I"};

  private final TargetProfile target;

  TeamRules(TargetProfile target) {
    this.target = target;
  }

  void check(Team team, Findings out) {
    if (team.name() == null) {
      out.report(TEAM_NAME_MISSING, "/team/name");
    } else {
      name(team.name(), out);
    }
    if (Texts.isEmpty(team.displayName())) {
      out.report(TEAM_DISPLAY_NAME_MISSING, "/team/display_name");
    }
    Check.runes(team.displayName(), 64, TEAM_DISPLAY_NAME_TOO_LONG, out, "/team/display_name");
    Check.name(team.displayName(), out, "/team/display_name");
    if (team.type() == null) {
      out.report(TEAM_TYPE_MISSING, "/team/type");
    } else if (!Check.isOneOf(team.type(), TYPES)) {
      out.report(TEAM_TYPE_INVALID, "/team/type", team.type());
    }
    Check.bytes(team.description(), 255, TEAM_DESCRIPTION_TOO_LONG, out, "/team/description");
    Check.name(team.description(), out, "/team/description");
    if (team.scheme() != null && !Names.isScheme(team.scheme())) {
      out.report(TEAM_SCHEME_INVALID, "/team/scheme", team.scheme());
    }
  }

  private void name(String name, Findings out) {
    Check.bytes(name, 64, TEAM_NAME_TOO_LONG, out, "/team/name");
    String folded = Texts.fold(name);
    String reserved = reserved(folded);
    if (reserved != null) {
      out.report(TEAM_NAME_RESERVED, "/team/name", name, reserved);
    }
    if (!Names.isTeam(target.modern() ? folded : name)) {
      out.report(TEAM_NAME_INVALID, "/team/name", name);
    } else {
      Check.lowerCase(name, out, "/team/name");
    }
  }

  private String reserved(String folded) {
    String[] words = WordLists.RESERVED_TEAM_NAMES;
    int count = words.length - (target.modern() ? 0 : WordLists.RESERVED_SINCE_MODERN);
    for (int i = 0; i < count; i++) {
      if (folded.startsWith(words[i])) {
        return words[i];
      }
    }
    return null;
  }
}
