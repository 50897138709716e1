package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Token;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.UserView;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.time.Duration;

/** Signing in and out (rest-api reference 1.1 and 7.3). */
final class LoginRoutes {
  private static final Duration SESSION = Duration.ofHours(720);

  private LoginRoutes() {}

  static void add(RouteTable routes) {
    routes.openRemote("POST /users/login", LoginRoutes::login);
    routes.remote("POST /users/logout", LoginRoutes::logout);
  }

  private static Reply login(Exchange x) {
    World world = x.world();
    JsonNode said = x.json();
    for (JsonNode value : said) {
      if (!value.isTextual()) {
        // A map of strings is decoded; one other value and nothing at all is left of it.
        throw invalid();
      }
    }
    if (!said.isObject() || said.path("password").asText().isEmpty()) {
      throw new Refusal(400, "api.user.login.blank_pwd.app_error", "Password must not be blank.");
    }
    User user = named(world, said);
    check(world, user, said);
    Token token = world.addToken(user, false);
    token.expiresAt = world.now() + SESSION.toMillis();
    Reply reply = Reply.json(200, UserView.own(user)).header("Token", token.value);
    if ("XMLHttpRequest".equals(x.request().header("x-requested-with"))) {
      reply.header("Set-Cookie", "MMAUTHTOKEN=" + token.value + "; Path=/; HttpOnly");
      reply.header("Set-Cookie", "MMUSERID=" + user.id + "; Path=/");
      reply.header("Set-Cookie", "MMCSRF=" + token.csrf + "; Path=/");
    }
    return reply;
  }

  private static User named(World world, JsonNode said) {
    String name = said.path("login_id").asText();
    User user = world.users.get(said.path("id").asText());
    user = user == null && !name.isEmpty() ? world.userNamed(name) : user;
    user = user == null && !name.isEmpty() ? world.userByEmail(name) : user;
    if (user == null || !user.authService.isEmpty()) {
      throw invalid();
    }
    return user;
  }

  private static void check(World world, User user, JsonNode said) {
    if (!user.active()) {
      throw refused("api.user.login.inactive.app_error", "The account is deactivated.");
    }
    if (user.bot) {
      throw refused("api.user.login.bot_login_forbidden.app_error", "Bots can't sign in.");
    }
    if (user.failedAttempts >= world.config.number("ServiceSettings.MaximumLoginAttempts")) {
      throw refused(
          "api.user.check_user_login_attempts.too_many.app_error",
          "The account is locked after too many failed attempts.");
    }
    if (user.passwordReset || !said.path("password").asText().equals(user.password)) {
      user.failedAttempts++;
      throw invalid();
    }
    checkMfa(user, said.path("token").asText());
    user.failedAttempts = 0;
    if (world.config.on("EmailSettings.RequireEmailVerification") && !user.emailVerified) {
      throw refused("api.user.login.not_verified.app_error", "The address is not verified.");
    }
  }

  private static void checkMfa(User user, String code) {
    if (user.mfaCode == null || user.mfaCode.equals(code)) {
      return;
    }
    if (!code.isEmpty()) {
      // Without a code the client only asks whether one is needed, and that costs nothing.
      user.failedAttempts++;
    }
    throw refused("mfa.validate_token.authenticate.app_error", "Invalid MFA token.");
  }

  private static Refusal invalid() {
    return refused(
        "api.user.login.invalid_credentials_email_username",
        "Enter a valid email or username and/or password.");
  }

  private static Refusal refused(String id, String message) {
    return new Refusal(401, id, message);
  }

  private static Reply logout(Exchange x) {
    if (!x.token().personal) {
      x.world().tokens.remove(x.token().value);
    }
    return Reply.ok();
  }
}
