package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;

/** A new password, in clear or, from administrators, as the hash of one. */
final class PasswordChange {
  private PasswordChange() {}

  static Reply change(Exchange x) {
    User user = x.user();
    JsonNode said = x.object("props");
    String next = said.path("new_password").asText();
    // The body is a map of strings: a true without quotes is none.
    boolean hashed =
        said.path("already_hashed").isTextual()
            && said.path("already_hashed").asText().equals("true");
    boolean own = user == x.me();
    if (!own && !x.administrator() || hashed && !x.administrator()) {
      throw new Refusal(
          own ? 401 : 403,
          own
              ? "api.user.update_password.user_and_hashed.app_error"
              : "api.user.update_password.context.app_error");
    }
    if (!user.authService.isEmpty()) {
      throw new Refusal(400, "api.user.update_password.oauth.app_error", "SSO accounts have none.");
    }
    if (!hashed) {
      if (own) {
        checkCurrent(user, said.path("current_password").asText());
      }
      NewAccount.checkPassword(x.world(), next);
    }
    set(x, user, next);
    user.passwordHashed = hashed;
    return Reply.ok();
  }

  /** Administrators, too, must know their own password to change it. */
  private static void checkCurrent(User user, String current) {
    if (current.isEmpty()) {
      throw Refusal.body("current_password");
    }
    if (!current.equals(user.password)) {
      throw new Refusal(
          400, "api.user.update_password.incorrect.app_error", "The password is not the current.");
    }
  }

  private static void set(Exchange x, User user, String next) {
    World world = x.world();
    user.password = next;
    user.passwordReset = false;
    user.failedAttempts = 0;
    user.lastPasswordUpdate = world.now();
    if (world.config.on("ServiceSettings.TerminateSessionsOnPasswordChange")) {
      world
          .tokens
          .values()
          .removeIf(token -> !token.personal && token.user == user && token != x.token());
    }
  }
}
