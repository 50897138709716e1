package dev.packhorse.formats.schema;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.INFO;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/**
 * What can be wrong with the version line and with the lines that define roles, schemes, emoji,
 * teams and channels. The page of each code names its rules.
 */
enum DefinitionProblem implements ProblemCode {
  VERSION_MISSING("version.missing", ERROR),
  VERSION_UNSUPPORTED("version.unsupported", ERROR),
  VERSION_SECOND_LINE("version.second-line", ERROR),
  VERSION_REPEATED("version.repeated", ERROR),
  LINE_TYPE_NOT_SUPPORTED_BY_TARGET("line.type.not-supported-by-target", ERROR),
  LINE_PAYLOAD_MISSING("line.payload.missing", ERROR),
  LINE_PAYLOAD_CRASHES_SERVER("line.payload.crashes-server", ERROR),
  MEMBER_NOT_SUPPORTED_BY_TARGET("member.not-supported-by-target", WARNING),
  TEXT_NUL("text.nul", ERROR),
  TEXT_STRIPPED_CHARACTERS("text.stripped-characters", WARNING),
  NAME_UPPER_CASE("name.upper-case", WARNING),
  ROLE_NAME_INVALID("role.name.invalid", ERROR),
  ROLE_DISPLAY_NAME_MISSING("role.display-name.missing", ERROR),
  ROLE_DISPLAY_NAME_TOO_LONG("role.display-name.too-long", ERROR),
  ROLE_DESCRIPTION_TOO_LONG("role.description.too-long", ERROR),
  ROLE_PERMISSION_UNKNOWN("role.permission.unknown", ERROR),
  ROLE_BUILT_IN("role.built-in", WARNING),
  ROLE_REPEATED("role.repeated", ERROR),
  SCHEME_SCOPE_MISSING("scheme.scope.missing", ERROR),
  SCHEME_SCOPE_UNKNOWN("scheme.scope.unknown", ERROR),
  SCHEME_SCOPE_CHANGED("scheme.scope.changed", ERROR),
  SCHEME_ROLE_MISSING("scheme.role.missing", ERROR),
  SCHEME_ROLE_FORBIDDEN("scheme.role.forbidden", ERROR),
  SCHEME_NAME_INVALID("scheme.name.invalid", ERROR),
  SCHEME_DISPLAY_NAME_MISSING("scheme.display-name.missing", ERROR),
  SCHEME_DISPLAY_NAME_TOO_LONG("scheme.display-name.too-long", ERROR),
  SCHEME_DESCRIPTION_TOO_LONG("scheme.description.too-long", ERROR),
  SCHEME_REPEATED("scheme.repeated", ERROR),
  TEAM_NAME_MISSING("team.name.missing", ERROR),
  TEAM_NAME_TOO_LONG("team.name.too-long", ERROR),
  TEAM_NAME_RESERVED("team.name.reserved", ERROR),
  TEAM_NAME_INVALID("team.name.invalid", ERROR),
  TEAM_DISPLAY_NAME_MISSING("team.display-name.missing", ERROR),
  TEAM_DISPLAY_NAME_TOO_LONG("team.display-name.too-long", ERROR),
  TEAM_TYPE_MISSING("team.type.missing", ERROR),
  TEAM_TYPE_INVALID("team.type.invalid", ERROR),
  TEAM_DESCRIPTION_TOO_LONG("team.description.too-long", ERROR),
  TEAM_SCHEME_INVALID("team.scheme.invalid", ERROR),
  TEAM_REPEATED("team.repeated", ERROR),
  TEAM_MEMBERS_TOO_MANY("team.members.too-many", ERROR),
  TEAM_CHANNELS_TOO_MANY("team.channels.too-many", ERROR),
  CHANNEL_TEAM_MISSING("channel.team.missing", ERROR),
  CHANNEL_NAME_MISSING("channel.name.missing", ERROR),
  CHANNEL_NAME_TOO_LONG("channel.name.too-long", ERROR),
  CHANNEL_NAME_INVALID("channel.name.invalid", ERROR),
  CHANNEL_NAME_INTERNAL("channel.name.internal", ERROR),
  CHANNEL_NAME_LIKE_AN_ID("channel.name.like-an-id", INFO),
  CHANNEL_DISPLAY_NAME_MISSING("channel.display-name.missing", ERROR),
  CHANNEL_DISPLAY_NAME_TOO_LONG("channel.display-name.too-long", ERROR),
  CHANNEL_TYPE_MISSING("channel.type.missing", ERROR),
  CHANNEL_TYPE_INVALID("channel.type.invalid", ERROR),
  CHANNEL_TYPE_CHANGED("channel.type.changed", WARNING),
  CHANNEL_HEADER_TOO_LONG("channel.header.too-long", ERROR),
  CHANNEL_PURPOSE_TOO_LONG("channel.purpose.too-long", ERROR),
  CHANNEL_SCHEME_INVALID("channel.scheme.invalid", ERROR),
  CHANNEL_REPEATED("channel.repeated", ERROR),
  CHANNEL_ARCHIVED_ON_TARGET("channel.archived-on-target", ERROR),
  CHANNEL_ARCHIVED_BY_FILE("channel.archived-by-file", INFO);

  private final String code;
  private final Severity severity;

  DefinitionProblem(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
