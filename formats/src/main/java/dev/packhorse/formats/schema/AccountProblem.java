package dev.packhorse.formats.schema;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.INFO;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/**
 * What can be wrong with users, bots and their memberships. The page of each code names its rules.
 */
enum AccountProblem implements ProblemCode {
  USER_USERNAME_MISSING("user.username.missing", ERROR),
  USER_USERNAME_INVALID("user.username.invalid", ERROR),
  USER_USERNAME_REPEATED("user.username.repeated", ERROR),
  USER_USERNAME_HELD_BY_BOT("user.username.held-by-bot", WARNING),
  USER_EMAIL_MISSING("user.email.missing", ERROR),
  USER_EMAIL_TOO_LONG("user.email.too-long", ERROR),
  USER_EMAIL_INVALID("user.email.invalid", ERROR),
  USER_EMAIL_UPPER_CASE("user.email.upper-case", WARNING),
  USER_EMAIL_TAKEN("user.email.taken", ERROR),
  USER_AUTH_DATA_WITH_PASSWORD("user.auth-data.with-password", ERROR),
  USER_AUTH_DATA_TOO_LONG("user.auth-data.too-long", ERROR),
  USER_AUTH_DATA_TAKEN("user.auth-data.taken", ERROR),
  USER_AUTH_SERVICE_INCOMPLETE("user.auth-service.incomplete", ERROR),
  USER_AUTH_SERVICE_UNKNOWN("user.auth-service.unknown", ERROR),
  USER_PASSWORD_EMPTY("user.password.empty", ERROR),
  USER_PASSWORD_TOO_LONG("user.password.too-long", ERROR),
  USER_PASSWORD_TOO_WEAK("user.password.too-weak", ERROR),
  USER_PASSWORD_REPLACED("user.password.replaced", WARNING),
  USER_NICKNAME_TOO_LONG("user.nickname.too-long", ERROR),
  USER_FIRST_NAME_TOO_LONG("user.first-name.too-long", ERROR),
  USER_LAST_NAME_TOO_LONG("user.last-name.too-long", ERROR),
  USER_POSITION_TOO_LONG("user.position.too-long", ERROR),
  USER_ROLES_INVALID("user.roles.invalid", ERROR),
  USER_ROLES_TOO_LONG("user.roles.too-long", ERROR),
  USER_LOCALE_INVALID("user.locale.invalid", ERROR),
  USER_THEME_INVALID("user.theme.invalid", ERROR),
  USER_PREFERENCE_INVALID("user.preference.invalid", ERROR),
  USER_PREFERENCE_TOO_LONG("user.preference.too-long", ERROR),
  USER_NOTIFY_PROPS_INVALID("user.notify-props.invalid", ERROR),
  USER_GUEST_TEAM_ROLE_MISSING("user.guest.team-role-missing", ERROR),
  USER_GUEST_CHANNEL_ROLE_MISSING("user.guest.channel-role-missing", ERROR),
  USER_GUEST_SYSTEM_ROLE_MISSING("user.guest.system-role-missing", ERROR),
  USER_GUEST_JOINS_TOWN_SQUARE("user.guest.joins-town-square", WARNING),
  USER_CUSTOM_STATUS_DURATION_UNKNOWN("user.custom-status.duration.unknown", WARNING),
  USER_CUSTOM_STATUS_TEXT_CUT_OFF("user.custom-status.text.cut-off", WARNING),
  USER_DELETE_AT_IGNORED("user.delete-at.ignored", WARNING),
  USER_LOOKS_LIKE_BOT("user.looks-like-bot", INFO),
  MEMBERSHIP_TEAM_MISSING("membership.team.missing", ERROR),
  MEMBERSHIP_TEAM_REPEATED("membership.team.repeated", ERROR),
  MEMBERSHIP_CHANNEL_MISSING("membership.channel.missing", ERROR),
  MEMBERSHIP_CHANNEL_REPEATED("membership.channel.repeated", ERROR),
  MEMBERSHIP_NOTIFY_PROPS_INVALID("membership.notify-props.invalid", ERROR),
  MEMBERSHIP_REWRITTEN("membership.rewritten", INFO),
  BOT_USERNAME_MISSING("bot.username.missing", ERROR),
  BOT_USERNAME_INVALID("bot.username.invalid", ERROR),
  BOT_USERNAME_UPPER_CASE("bot.username.upper-case", ERROR),
  BOT_USERNAME_TAKEN("bot.username.taken", ERROR),
  BOT_DISPLAY_NAME_TOO_LONG("bot.display-name.too-long", ERROR),
  BOT_DESCRIPTION_TOO_LONG("bot.description.too-long", ERROR),
  BOT_OWNER_MISSING("bot.owner.missing", ERROR),
  BOT_OWNER_INVALID("bot.owner.invalid", ERROR),
  BOT_OWNER_UNKNOWN("bot.owner.unknown", INFO),
  BOT_DELETE_AT_IGNORED("bot.delete-at.ignored", WARNING),
  EMOJI_NAME_MISSING("emoji.name.missing", ERROR),
  EMOJI_NAME_INVALID("emoji.name.invalid", ERROR),
  EMOJI_NAME_BUILT_IN("emoji.name.built-in", ERROR),
  EMOJI_IMAGE_MISSING("emoji.image.missing", ERROR),
  EMOJI_REPEATED("emoji.repeated", ERROR),
  EMOJI_UNDEFINED("emoji.undefined", WARNING),
  IMAGE_PATH_REJECTED("image.path.rejected", ERROR),
  IMAGE_FILE_MISSING("image.file.missing", ERROR),
  IMAGE_FILE_TOO_LARGE("image.file.too-large", ERROR),
  IMAGE_FILE_CUT_OFF("image.file.cut-off", WARNING),
  IMAGE_UNDECODABLE("image.undecodable", WARNING),
  IMAGE_UNREADABLE("image.unreadable", WARNING),
  IMAGE_TOO_MANY_PIXELS("image.too-many-pixels", ERROR);

  private final String code;
  private final Severity severity;

  AccountProblem(String code, Severity severity) {
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
