package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_BUILT_IN;
import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_DESCRIPTION_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_DISPLAY_NAME_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_DISPLAY_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_NAME_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.ROLE_PERMISSION_UNKNOWN;

import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.problem.Findings;
import java.util.List;
import java.util.Set;

/** V-ROLE-01 to V-ROLE-04, also as V-SCHEME-08; T-23. */
final class RoleRules {
  private final TargetProfile target;

  RoleRules(TargetProfile target) {
    this.target = target;
  }

  void check(Role role, Findings out) {
    check(role, "/role", out);
    if (role.name() != null && WordLists.BUILT_IN_ROLES.contains(role.name())) {
      out.report(ROLE_BUILT_IN, "/role/name", role.name());
    }
  }

  /**
   * @param base pointer to the role: a line of its own, or a member of a scheme
   */
  void check(Role role, String base, Findings out) {
    if (role.name() == null || !Names.isRole(role.name())) {
      out.report(ROLE_NAME_INVALID, base + "/name", shown(role.name()));
    }
    if (Texts.isEmpty(role.displayName())) {
      out.report(ROLE_DISPLAY_NAME_MISSING, base + "/display_name");
    } else {
      Check.bytes(role.displayName(), 128, ROLE_DISPLAY_NAME_TOO_LONG, out, base + "/display_name");
    }
    Check.bytes(role.description(), 1024, ROLE_DESCRIPTION_TOO_LONG, out, base + "/description");
    Check.nul(role.displayName(), out, base + "/display_name");
    Check.nul(role.description(), out, base + "/description");
    permissions(role.permissions(), base, out);
  }

  private void permissions(List<String> ids, String base, Findings out) {
    if (ids == null) {
      return;
    }
    Set<String> known = WordLists.permissions(target);
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        out.report(ROLE_PERMISSION_UNKNOWN, base + "/permissions/" + i, ids.get(i));
      }
    }
  }

  static String shown(String name) {
    return name == null ? "" : name;
  }
}
