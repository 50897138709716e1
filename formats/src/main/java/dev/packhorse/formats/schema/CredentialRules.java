package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.AccountProblem.USER_AUTH_DATA_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_AUTH_DATA_WITH_PASSWORD;
import static dev.packhorse.formats.schema.AccountProblem.USER_AUTH_SERVICE_INCOMPLETE;
import static dev.packhorse.formats.schema.AccountProblem.USER_AUTH_SERVICE_UNKNOWN;
import static dev.packhorse.formats.schema.AccountProblem.USER_PASSWORD_EMPTY;
import static dev.packhorse.formats.schema.AccountProblem.USER_PASSWORD_TOO_LONG;
import static dev.packhorse.formats.schema.AccountProblem.USER_PASSWORD_TOO_WEAK;

import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;

/**
 * How a user logs in: V-USER-07 to V-USER-12, A-USER-05. A password never becomes an argument of a
 * problem.
 */
final class CredentialRules {
  private static final String SYMBOLS = " !\"\\#$%&'()*+,-./:;<=>?@[]^_`|~";

  private final TargetProfile target;

  CredentialRules(TargetProfile target) {
    this.target = target;
  }

  void check(User user, Findings out) {
    if (user.authData() != null && user.password() != null) {
      out.report(USER_AUTH_DATA_WITH_PASSWORD, "/user/password");
    }
    Check.bytes(user.authData(), 128, USER_AUTH_DATA_TOO_LONG, out, "/user/auth_data");
    Check.nul(user.authData(), out, "/user/auth_data");
    boolean service = !Texts.isEmpty(user.authService());
    boolean data = !Texts.isEmpty(user.authData());
    if (service != data) {
      String absent = service ? "auth_data" : "auth_service";
      out.report(USER_AUTH_SERVICE_INCOMPLETE, "/user/" + absent, absent);
    }
    if (target.modern() && service && !WordLists.AUTH_SERVICES.contains(user.authService())) {
      out.report(USER_AUTH_SERVICE_UNKNOWN, "/user/auth_service", user.authService());
    }
    if (user.password() != null) {
      password(user.password(), out);
    }
  }

  private void password(String password, Findings out) {
    if (password.isEmpty()) {
      out.report(USER_PASSWORD_EMPTY, "/user/password");
      return;
    }
    Check.bytes(password, 72, USER_PASSWORD_TOO_LONG, out, "/user/password");
    if (Texts.bytes(password) < target.passwordMinimumLength()) {
      weak(target.passwordMinimumLength() + " bytes", out);
    }
    if (target.passwordNeedsLowercase() && !has(password, 'a', 'z')) {
      weak("a lower-case letter", out);
    }
    if (target.passwordNeedsUppercase() && !has(password, 'A', 'Z')) {
      weak("an upper-case letter", out);
    }
    if (target.passwordNeedsNumber() && !has(password, '0', '9')) {
      weak("a digit", out);
    }
    if (target.passwordNeedsSymbol() && password.chars().noneMatch(c -> SYMBOLS.indexOf(c) >= 0)) {
      weak("a symbol", out);
    }
  }

  private static void weak(String lacking, Findings out) {
    out.report(USER_PASSWORD_TOO_WEAK, "/user/password", lacking);
  }

  private static boolean has(String text, char from, char to) {
    return text.chars().anyMatch(c -> c >= from && c <= to);
  }
}
