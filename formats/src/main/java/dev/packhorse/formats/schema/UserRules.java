package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.USER_CUSTOM_STATUS_DURATION_UNKNOWN;
import static dev.packhorse.formats.schema.AccountProblem.USER_CUSTOM_STATUS_TEXT_CUT_OFF;
import static dev.packhorse.formats.schema.AccountProblem.USER_EMAIL_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_EMAIL_MISSING;
import static dev.packhorse.formats.schema.AccountProblem.USER_EMAIL_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_EMAIL_UPPER_CASE;
import static dev.packhorse.formats.schema.AccountProblem.USER_FIRST_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_LAST_NAME_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_LOCALE_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_LOOKS_LIKE_BOT;
import static dev.packhorse.formats.schema.AccountProblem.USER_NICKNAME_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_POSITION_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_ROLES_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_ROLES_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_USERNAME_INVALID;
import static dev.packhorse.formats.schema.AccountProblem.USER_USERNAME_MISSING;

import dev.packhorse.formats.model.CustomStatus;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;

/** V-USER-01 and V-USER-03 to V-USER-17, A-USER-01, A-USER-04, A-USER-06, T-21, T-26. */
final class UserRules {
  private static final String[] DURATIONS = {
    "", "thirty_minutes", "one_hour", "four_hours", "today", "this_week", "date_and_time"
  };

  private final TargetProfile target;
  private final CredentialRules credentials;
  private final PreferenceRules preferences;
  private final MembershipRules memberships;

  UserRules(TargetProfile target) {
    this.target = target;
    credentials = new CredentialRules(target);
    preferences = new PreferenceRules(target);
    memberships = new MembershipRules(target);
  }

  void check(User user, Findings out) {
    if (target.modern()) {
      PathRules.image(user.profileImage(), out, "/user/profile_image");
    }
    if (user.username() == null) {
      out.report(USER_USERNAME_MISSING, "/user/username");
    } else {
      username(user.username(), out);
    }
    email(user, out);
    credentials.check(user, out);
    name(user.nickname(), 64, USER_NICKNAME_TOO_LONG, out, "/user/nickname");
    name(user.firstName(), 64, USER_FIRST_NAME_TOO_LONG, out, "/user/first_name");
    name(user.lastName(), 64, USER_LAST_NAME_TOO_LONG, out, "/user/last_name");
    Check.runes(user.position(), 128, USER_POSITION_TOO_LONG, out, "/user/position");
    Check.nul(user.position(), out, "/user/position");
    roles(user.roles(), out);
    if (user.locale() != null && !Locales.isValid(user.locale())) {
      out.report(USER_LOCALE_INVALID, "/user/locale", user.locale());
    }
    preferences.check(user, out);
    status(user.customStatus(), out);
    memberships.check(user, out);
  }

  private void username(String username, Findings out) {
    String folded = Texts.fold(username);
    if (!Names.isUsername(target.modern() ? folded : username)) {
      out.report(USER_USERNAME_INVALID, "/user/username", username);
    } else {
      Check.lowerCase(username, out, "/user/username");
    }
  }

  private static void email(User user, Findings out) {
    String email = user.email();
    if (Texts.isEmpty(email)) {
      out.report(USER_EMAIL_MISSING, "/user/email");
      return;
    }
    Check.bytes(email, 128, USER_EMAIL_TOO_LONG, out, "/user/email");
    String folded = Texts.fold(email);
    if (!Emails.isValid(folded)) {
      out.report(USER_EMAIL_INVALID, "/user/email", email);
    } else if (!folded.equals(email)) {
      out.report(USER_EMAIL_UPPER_CASE, "/user/email", email);
    }
    if (user.username() != null
        && folded.endsWith("@localhost")
        && folded.length() == user.username().length() + "@localhost".length()
        && folded.startsWith(Texts.fold(user.username()))) {
      out.report(USER_LOOKS_LIKE_BOT, "/user/email", user.username());
    }
  }

  private static void name(
      String value, int limit, AccountProblem tooLong, Findings out, String pointer) {
    Check.runes(value, limit, tooLong, out, pointer);
    Check.name(value, out, pointer);
  }

  private void roles(String roles, Findings out) {
    if (roles == null) {
      return;
    }
    String invalid = RoleNames.firstInvalid(roles);
    if (invalid != null) {
      out.report(USER_ROLES_INVALID, "/user/roles", invalid);
    }
    if (target.modern()) {
      Check.bytes(roles, 256, USER_ROLES_TOO_LONG, out, "/user/roles");
    }
  }

  /** 2.5: the words are those that a client knows, and the server cuts the text. */
  private void status(CustomStatus status, Findings out) {
    if (status == null || !target.version().atLeast(9, 11)) {
      return;
    }
    Check.nul(status.text(), out, "/user/custom_status/text");
    Check.runes(
        status.text(), 100, USER_CUSTOM_STATUS_TEXT_CUT_OFF, out, "/user/custom_status/text");
    if (!Check.isOneOf(status.duration(), DURATIONS)) {
      out.report(
          USER_CUSTOM_STATUS_DURATION_UNKNOWN, "/user/custom_status/duration", status.duration());
    }
  }
}
