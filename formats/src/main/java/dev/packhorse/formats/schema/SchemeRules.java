package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_DESCRIPTION_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_DISPLAY_NAME_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_DISPLAY_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_NAME_INVALID;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_ROLE_FORBIDDEN;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_ROLE_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_SCOPE_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.SCHEME_SCOPE_UNKNOWN;

import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.problem.Findings;

/** V-SCHEME-01 to V-SCHEME-08. */
final class SchemeRules {
  private static final String DEFAULT = "/scheme/default_";

  private final RoleRules roles;

  SchemeRules(RoleRules roles) {
    this.roles = roles;
  }

  void check(Scheme scheme, Findings out) {
    scope(scheme, out);
    if (scheme.name() == null || !Names.isScheme(scheme.name())) {
      out.report(SCHEME_NAME_INVALID, "/scheme/name", RoleRules.shown(scheme.name()));
    }
    if (Texts.isEmpty(scheme.displayName())) {
      out.report(SCHEME_DISPLAY_NAME_MISSING, "/scheme/display_name");
    }
    Check.bytes(
        scheme.displayName(), 128, SCHEME_DISPLAY_NAME_TOO_LONG, out, "/scheme/display_name");
    Check.bytes(
        scheme.description(), 1024, SCHEME_DESCRIPTION_TOO_LONG, out, "/scheme/description");
    Check.nul(scheme.displayName(), out, "/scheme/display_name");
    Check.nul(scheme.description(), out, "/scheme/description");
    role(scheme.defaultTeamAdminRole(), "team_admin_role", out);
    role(scheme.defaultTeamUserRole(), "team_user_role", out);
    role(scheme.defaultTeamGuestRole(), "team_guest_role", out);
    role(scheme.defaultChannelAdminRole(), "channel_admin_role", out);
    role(scheme.defaultChannelUserRole(), "channel_user_role", out);
    role(scheme.defaultChannelGuestRole(), "channel_guest_role", out);
  }

  private static void scope(Scheme scheme, Findings out) {
    if (scheme.scope() == null) {
      out.report(SCHEME_SCOPE_MISSING, "/scheme/scope");
      return;
    }
    boolean team = scheme.scope().equals("team");
    if (!team && !scheme.scope().equals("channel")) {
      out.report(SCHEME_SCOPE_UNKNOWN, "/scheme/scope", scheme.scope());
      return;
    }
    if (team) {
      needed(scheme.defaultTeamAdminRole(), "team_admin_role", scheme, out);
      needed(scheme.defaultTeamUserRole(), "team_user_role", scheme, out);
    } else {
      forbidden(scheme.defaultTeamAdminRole(), "team_admin_role", out);
      forbidden(scheme.defaultTeamUserRole(), "team_user_role", out);
    }
    needed(scheme.defaultChannelAdminRole(), "channel_admin_role", scheme, out);
    needed(scheme.defaultChannelUserRole(), "channel_user_role", scheme, out);
  }

  private static void needed(Role role, String member, Scheme scheme, Findings out) {
    if (role == null) {
      out.report(SCHEME_ROLE_MISSING, DEFAULT + member, "default_" + member, scheme.scope());
    }
  }

  private static void forbidden(Role role, String member, Findings out) {
    if (role != null) {
      out.report(SCHEME_ROLE_FORBIDDEN, DEFAULT + member, "default_" + member);
    }
  }

  private void role(Role role, String member, Findings out) {
    if (role != null) {
      roles.check(role, DEFAULT + member, out);
    }
  }
}
