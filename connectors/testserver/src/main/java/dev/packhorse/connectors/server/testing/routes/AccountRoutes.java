package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.UserView;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.List;

/** Changing accounts (rest-api reference 5.1). */
final class AccountRoutes {
  private AccountRoutes() {}

  static void add(RouteTable routes) {
    routes.both("POST /users", NewAccount::create);
    routes.local("DELETE /users", AccountRoutes::deleteAll);
    routes.open("POST /users/password/reset/send", AccountRoutes::resetMail);
    routes.both("PUT /users/{user_id}", AccountRoutes::update);
    routes.both("PUT /users/{user_id}/patch", AccountRoutes::update);
    routes.both("DELETE /users/{user_id}", AccountRoutes::delete);
    routes.both("PUT /users/{user_id}/roles", AccountRoutes::roles);
    routes.both("PUT /users/{user_id}/active", AccountRoutes::active);
    routes.both("PUT /users/{user_id}/password", PasswordChange::change);
    routes.both("PUT /users/{user_id}/auth", AccountRoutes::auth);
    routes.both("PUT /users/{user_id}/mfa", AccountRoutes::mfa);
    routes.both("POST /users/{user_id}/email/verify/member", AccountRoutes::verify);
    routes.both("POST /users/{user_id}/reset_failed_attempts", AccountRoutes::unlock);
    routes.both("POST /users/{user_id}/promote", x -> guests(x, "promote_guest_to_user"));
    routes.both("POST /users/{user_id}/demote", x -> guests(x, "demote_user_to_guest"));
  }

  private static Reply update(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    JsonNode said = x.object("user");
    World world = x.world();
    String username = said.path("username").asText(user.username);
    String email = said.path("email").asText(user.email);
    NewAccount.checkNames(world, user, username, email);
    user.username = username;
    user.email = email;
    user.nickname = said.path("nickname").asText(user.nickname);
    user.firstName = said.path("first_name").asText(user.firstName);
    user.lastName = said.path("last_name").asText(user.lastName);
    user.position = said.path("position").asText(user.position);
    user.locale = said.path("locale").asText(user.locale);
    user.updateAt = world.now();
    return Reply.json(200, UserView.own(user));
  }

  private static Reply roles(Exchange x) {
    User user = x.user();
    x.administratorOnly();
    String roles = x.text("roles");
    if (!roles.matches("[a-z0-9_]+( [a-z0-9_]+)*")) {
      throw Refusal.body("roles");
    }
    boolean last =
        user.hasRole("system_admin")
            && !List.of(roles.split(" ")).contains("system_admin")
            && x.world().users.values().stream()
                .noneMatch(
                    other -> other != user && other.active() && other.hasRole("system_admin"));
    if (last) {
      throw new Refusal(
          400, "app.user.update.lastAdmin.app_error", "The last administrator must stay one.");
    }
    user.roles = roles;
    user.updateAt = x.world().now();
    return Reply.ok();
  }

  private static Reply active(Exchange x) {
    User user = x.user();
    JsonNode active = x.object("active").path("active");
    if (!active.isBoolean()) {
      throw Refusal.body("active");
    }
    x.selfOrAdministrator(user);
    if (user.authService.equals("ldap")) {
      throw new Refusal(
          403,
          "api.user.update_active.cannot_modify_status_when_user_is_managed_by_ldap.app_error");
    }
    if (active.asBoolean() && !user.active() && UserLimit.of(x.world()).reached(x.world())) {
      throw new Refusal(400, "app.user.update_active.user_limit.exceeded");
    }
    setActive(x.world(), user, active.asBoolean());
    return Reply.ok();
  }

  private static void setActive(World world, User user, boolean active) {
    user.deleteAt = active ? 0 : world.now();
    user.updateAt = world.now();
    if (!active) {
      world.endLogins(user);
    }
  }

  private static Reply delete(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    if (!x.asked("permanent")) {
      setActive(x.world(), user, false);
      return Reply.ok();
    }
    if (!x.local() && !x.world().config.on("ServiceSettings.EnableAPIUserDeletion")) {
      String which = x.administrator() ? "not_enabled.for_admin" : "not_enabled";
      throw new Refusal(
          401,
          "api.user.delete_user." + which + ".app_error",
          "Permanent user deletion feature is not enabled.");
    }
    x.administratorOnly();
    remove(x.world(), user);
    return Reply.ok();
  }

  /** With all that the account has written. */
  private static void remove(World world, User user) {
    world.users.remove(user.id);
    world.tokens.values().removeIf(token -> token.user == user);
    world.posts.values().removeIf(post -> post.user == user);
    world.channels.values().forEach(channel -> channel.posts.removeIf(post -> post.user == user));
    world.channels.values().forEach(channel -> channel.members.remove(user.id));
    world.teams.values().forEach(team -> team.members.remove(user.id));
  }

  private static Reply deleteAll(Exchange x) {
    List.copyOf(x.world().users.values()).forEach(user -> remove(x.world(), user));
    return Reply.ok();
  }

  private static Reply auth(Exchange x) {
    x.administratorOnly();
    User user = x.user();
    JsonNode said = x.object("user_auth");
    if (said.path("auth_data").asText().isEmpty() || said.path("auth_service").asText().isEmpty()) {
      throw Refusal.body("user_auth");
    }
    user.signIn(said.path("auth_service").asText(), said.path("auth_data").asText());
    return Reply.json(200, said);
  }

  private static Reply mfa(Exchange x) {
    User user = x.user();
    JsonNode activate = x.object("activate").path("activate");
    if (!activate.isBoolean()) {
      throw Refusal.body("activate");
    }
    x.selfOrAdministrator(user);
    if (activate.asBoolean()) {
      user.mfaCode = x.text("code");
    } else {
      user.mfaCode = null;
    }
    return Reply.ok();
  }

  private static Reply verify(Exchange x) {
    User user = x.user();
    x.administratorOnly();
    user.emailVerified = true;
    user.updateAt = x.world().now();
    return Reply.json(200, UserView.own(user));
  }

  private static Reply unlock(Exchange x) {
    if (x.world().profile.before(10, 6)) {
      throw Refusal.noRoute();
    }
    User user = x.user();
    x.administratorOnly();
    if (!user.authService.isEmpty() && !user.authService.equals("ldap")) {
      throw new Refusal(
          400, "api.user.reset_password_failed_attempts.ldap_and_email_only.app_error");
    }
    user.failedAttempts = 0;
    return Reply.ok();
  }

  private static Reply resetMail(Exchange x) {
    User user = x.world().userByEmail(x.text("email"));
    if (user != null && user.authService.isEmpty()) {
      user.resetMails++;
    }
    return Reply.ok();
  }

  private static Reply guests(Exchange x, String what) {
    x.administratorOnly();
    User user = x.user();
    boolean on = x.world().config.on("GuestAccountsSettings.Enable");
    if (x.world().licence == null || !on) {
      String why = x.world().licence == null ? "license" : "disabled";
      throw new Refusal(501, "api.team." + what + "." + why + ".error", "Guests are off.");
    }
    user.roles = what.startsWith("promote") ? "system_user" : "system_guest";
    return Reply.ok();
  }
}
