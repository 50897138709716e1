package dev.packhorse.formats.schema;

import static dev.packhorse.formats.problem.Severity.ERROR;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/**
 * What can be wrong with names that a line uses and another line must have defined. The page of
 * each code names its rules.
 */
enum ReferenceProblem implements ProblemCode {
  REFERENCE_USER_UNKNOWN("reference.user.unknown", ERROR),
  REFERENCE_USER_REFUSED("reference.user.refused", ERROR),
  REFERENCE_TEAM_UNKNOWN("reference.team.unknown", ERROR),
  REFERENCE_TEAM_REFUSED("reference.team.refused", ERROR),
  REFERENCE_CHANNEL_UNKNOWN("reference.channel.unknown", ERROR),
  REFERENCE_CHANNEL_REFUSED("reference.channel.refused", ERROR),
  REFERENCE_SCHEME_UNKNOWN("reference.scheme.unknown", ERROR),
  REFERENCE_SCHEME_REFUSED("reference.scheme.refused", ERROR),
  REFERENCE_SCHEME_WRONG_SCOPE("reference.scheme.wrong-scope", ERROR),
  REFERENCE_ROLE_UNKNOWN("reference.role.unknown", ERROR),
  REFERENCE_ROLE_REFUSED("reference.role.refused", ERROR),
  REFERENCE_ROLE_SCHEME_MANAGED("reference.role.scheme-managed", ERROR),
  REFERENCE_CASE("reference.case", ERROR);

  private final String code;
  private final Severity severity;

  ReferenceProblem(String code, Severity severity) {
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
