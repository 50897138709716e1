package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Preferences, pictures, roles and schemes. */
final class SettingRoutes {
  /** What the server paints itself where nobody has set a picture; one grey dot will do. */
  private static final byte[] GENERATED =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

  private static final List<String> ROLES =
      List.of(
          "system_admin",
          "system_user",
          "system_guest",
          "team_admin",
          "team_user",
          "team_guest",
          "channel_admin",
          "channel_user",
          "channel_guest");

  private SettingRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /users/{user_id}/preferences", SettingRoutes::preferences);
    routes.both("PUT /users/{user_id}/preferences", SettingRoutes::prefer);
    routes.remote("GET /users/{user_id}/image", SettingRoutes::image);
    routes.both("GET /roles", SettingRoutes::roles);
    routes.remote("GET /schemes", SettingRoutes::schemes);
  }

  private static Reply preferences(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    return Reply.json(
        200,
        user.preferences.stream()
            .map(p -> Map.of("user_id", user.id, "category", p[0], "name", p[1], "value", p[2]))
            .toList());
  }

  private static Reply prefer(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    JsonNode said = x.json();
    if (!said.isArray() || said.isEmpty()) {
      throw Refusal.body("preferences");
    }
    for (JsonNode one : said) {
      String category = one.path("category").asText();
      String name = one.path("name").asText();
      user.preferences.removeIf(p -> p[0].equals(category) && p[1].equals(name));
      user.preferences.add(new String[] {category, name, one.path("value").asText()});
    }
    return Reply.ok();
  }

  private static Reply image(Exchange x) {
    User user = x.user();
    return Reply.bytes(200, "image/png", user.picture != null ? user.picture : GENERATED);
  }

  private static Reply roles(Exchange x) {
    x.administratorOnly();
    return Reply.json(
        200,
        ROLES.stream()
            .map(
                name ->
                    Map.of(
                        "name",
                        name,
                        "display_name",
                        name,
                        "built_in",
                        true,
                        "permissions",
                        List.of()))
            .toList());
  }

  /** None can be made without a licence. */
  private static Reply schemes(Exchange x) {
    x.administratorOnly();
    return Reply.json(200, List.of());
  }
}
