package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.UserView;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Locale;
import java.util.stream.Stream;

/** An account is made by the ordinary way, on which all limits hold. */
final class NewAccount {
  private NewAccount() {}

  static Reply create(Exchange x) {
    World world = x.world();
    JsonNode said = x.object("user");
    String username = said.path("username").asText().toLowerCase(Locale.ROOT);
    String email = said.path("email").asText().toLowerCase(Locale.ROOT);
    String password = said.path("password").asText();
    String service = said.path("auth_service").asText();
    if (!x.administrator()) {
      mayRegister(world);
      if (!service.isEmpty()) {
        throw Refusal.permissions();
      }
    }
    checkDomain(world, email);
    if (UserLimit.of(world).reached(world)) {
      throw new Refusal(
          400, "api.user.create_user.user_limits.exceeded", "ERROR_SAFETY_LIMITS_EXCEEDED");
    }
    if (service.isEmpty()) {
      checkPassword(world, password);
    }
    checkNames(world, null, username, email);
    boolean first = world.users.isEmpty();
    User user = world.addUser(username).email(email).password(password);
    user.emailVerified = x.administrator() && said.path("email_verified").asBoolean();
    user.nickname = said.path("nickname").asText();
    user.firstName = said.path("first_name").asText();
    user.lastName = said.path("last_name").asText();
    user.position = said.path("position").asText();
    user.locale = said.path("locale").asText("en");
    if (!service.isEmpty()) {
      user.signIn(service, said.path("auth_data").asText());
    }
    if (first) {
      user.admin();
    }
    return Reply.json(201, UserView.own(user));
  }

  private static void mayRegister(World world) {
    if (!world.config.on("TeamSettings.EnableUserCreation")) {
      throw new Refusal(501, "api.user.create_user.signup_email_disabled.app_error");
    }
    if (!world.config.on("TeamSettings.EnableOpenServer")) {
      throw new Refusal(403, "api.user.create_user.no_open_server");
    }
  }

  private static void checkDomain(World world, String email) {
    String domains = world.config.get("TeamSettings.RestrictCreationToDomains").asText().strip();
    boolean accepted =
        domains.isEmpty()
            || Stream.of(domains.split("[,\\s]+")).anyMatch(domain -> email.endsWith("@" + domain));
    if (!accepted) {
      throw new Refusal(400, "api.user.create_user.accepted_domain.app_error");
    }
  }

  static void checkPassword(World world, String password) {
    if (password.length() < world.config.number("PasswordSettings.MinimumLength")) {
      throw new Refusal(400, "model.user.is_valid.pwd_min_length.app_error", "Too short.");
    }
    if (password.length() > 72) {
      throw new Refusal(400, "model.user.is_valid.pwd_max_length.app_error", "Too long.");
    }
  }

  /**
   * @param self whose names these are now; null for a new account
   */
  static void checkNames(World world, User self, String username, String email) {
    if (!username.matches("[a-z0-9._-]{1,64}")) {
      throw new Refusal(400, "model.user.is_valid.username.app_error", "Invalid username.");
    }
    if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > 128) {
      throw new Refusal(400, "model.user.is_valid.email.app_error", "Invalid email.");
    }
    User other = world.userByEmail(email);
    if (other != null && other != self) {
      throw new Refusal(400, "app.user.save.email_exists.app_error", "The address is taken.");
    }
    other = world.userNamed(username);
    if (other != null && other != self) {
      throw new Refusal(400, "app.user.save.username_exists.app_error", "The name is taken.");
    }
  }
}
