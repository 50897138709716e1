package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.UserView;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finding accounts (rest-api reference 4.2 and 5.1). */
final class UserRoutes {
  private static final int LONGEST_SEARCH = 1000;

  private UserRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /users", UserRoutes::list);
    routes.both("POST /users/ids", x -> some(x, x.world().users::get));
    routes.both("POST /users/usernames", x -> some(x, x.world()::userNamed));
    routes.both("POST /users/search", UserRoutes::search);
    routes.both("GET /users/stats", UserRoutes::stats);
    routes.both(
        "GET /users/email/{email}", x -> shown(x, x.world().userByEmail(x.variable("email"))));
    routes.both(
        "GET /users/username/{name}", x -> shown(x, x.world().userNamed(x.variable("name"))));
    routes.both("GET /users/{user_id}", x -> shown(x, x.user()));
    routes.both("GET /bots", UserRoutes::bots);
  }

  private static Reply shown(Exchange x, User user) {
    if (user == null) {
      throw new Refusal(404, "app.user.missing_account.const", "Unable to find the user.");
    }
    return Reply.json(200, user == x.me() ? UserView.own(user) : view(x, user));
  }

  private static Map<String, Object> view(Exchange x, User user) {
    return UserView.profile(user, x.administrator());
  }

  /** By username; who is deactivated is among them. */
  private static Reply list(Exchange x) {
    World world = x.world();
    Stream<User> users = world.users.values().stream();
    if (!x.query("in_team").isEmpty()) {
      var team = world.teams.get(x.query("in_team"));
      users = users.filter(user -> team != null && team.members.containsKey(user.id));
    }
    if (!x.query("in_channel").isEmpty()) {
      var channel = world.channels.get(x.query("in_channel"));
      users = users.filter(user -> channel != null && channel.members.containsKey(user.id));
    }
    if (x.asked("active")) {
      users = users.filter(User::active);
    }
    if (x.asked("inactive")) {
      users = users.filter(user -> !user.active());
    }
    if (!x.query("role").isEmpty()) {
      users = users.filter(user -> user.hasRole(x.query("role")));
    }
    List<User> sorted = users.sorted(Comparator.comparing(user -> user.username)).toList();
    return Reply.json(200, x.page(sorted).stream().map(user -> view(x, user)).toList());
  }

  private interface Finder {
    User find(String key);
  }

  private static Reply some(Exchange x, Finder finder) {
    JsonNode keys = x.json();
    if (!keys.isArray() || keys.isEmpty()) {
      throw Refusal.body("user_ids");
    }
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.asText()));
    return Reply.json(
        200,
        names.stream()
            .distinct()
            .map(finder::find)
            .filter(Objects::nonNull)
            .map(user -> view(x, user))
            .toList());
  }

  private static Reply search(Exchange x) {
    JsonNode said = x.object("props");
    String term = said.path("term").asText().toLowerCase(Locale.ROOT);
    int limit = said.path("limit").asInt(100);
    if (term.isEmpty()) {
      throw Refusal.body("term");
    }
    if (limit <= 0 || limit > LONGEST_SEARCH) {
      throw Refusal.body("limit");
    }
    boolean inactive = said.path("allow_inactive").asBoolean();
    return Reply.json(
        200,
        x.world().users.values().stream()
            .filter(user -> inactive || user.active())
            .filter(user -> found(user, term))
            .sorted(Comparator.comparing(user -> user.username))
            .limit(limit)
            .map(user -> view(x, user))
            .toList());
  }

  private static boolean found(User user, String term) {
    return Stream.of(user.username, user.email, user.nickname, user.firstName, user.lastName)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith(term));
  }

  private static Reply stats(Exchange x) {
    return Reply.json(200, Map.of("total_users_count", x.world().activeUsers()));
  }

  private static Reply bots(Exchange x) {
    boolean deleted = x.asked("include_deleted");
    List<User> bots =
        x.world().users.values().stream()
            .filter(user -> user.bot && (deleted || user.active()))
            .toList();
    return Reply.json(200, x.page(bots).stream().map(UserView::bot).toList());
  }
}
