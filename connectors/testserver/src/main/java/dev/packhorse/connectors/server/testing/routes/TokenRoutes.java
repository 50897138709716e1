package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Token;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.List;
import java.util.Map;

/** Personal access tokens (rest-api reference 1.2). */
final class TokenRoutes {
  private TokenRoutes() {}

  static void add(RouteTable routes) {
    routes.both("POST /users/tokens/revoke", TokenRoutes::revoke);
    routes.both("POST /users/tokens/disable", x -> active(x, false));
    routes.both("POST /users/tokens/enable", x -> active(x, true));
    routes.both("POST /users/{user_id}/tokens", TokenRoutes::create);
    routes.both("GET /users/{user_id}/tokens", TokenRoutes::list);
  }

  private static Reply create(Exchange x) {
    World world = x.world();
    User user = x.user();
    x.selfOrAdministrator(user);
    String description = x.text("description");
    if (!world.config.on("ServiceSettings.EnableUserAccessTokens") && !user.bot) {
      throw new Refusal(
          501,
          "app.user_access_token.disabled",
          "Personal access tokens are disabled on this server.");
    }
    if (!x.administrator()) {
      throw Refusal.permissions();
    }
    Token token = world.addToken(user, true);
    token.description = description;
    Map<String, Object> json = token.json();
    json.put("token", token.value);
    return Reply.json(200, json);
  }

  private static Reply list(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    List<Map<String, Object>> all =
        x.world().tokens.values().stream()
            .filter(token -> token.personal && token.user == user)
            .map(Token::json)
            .toList();
    return Reply.json(200, x.page(all));
  }

  private static Reply revoke(Exchange x) {
    Token token = named(x);
    x.world().tokens.remove(token.value);
    return Reply.ok();
  }

  private static Reply active(Exchange x, boolean active) {
    named(x).active = active;
    return Reply.ok();
  }

  private static Token named(Exchange x) {
    String id = x.text("token_id");
    Token token =
        x.world().tokens.values().stream()
            .filter(t -> t.personal && t.id.equals(id))
            .findFirst()
            .orElseThrow(
                () -> new Refusal(404, "app.user_access_token.get_by_user.app_error", "No token."));
    x.selfOrAdministrator(token.user);
    return token;
  }
}
