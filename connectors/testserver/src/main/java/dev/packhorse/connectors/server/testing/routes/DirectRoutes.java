package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Directs;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.List;

/** Direct and group messages, which only their members' own lists show (rest-api 4.2). */
final class DirectRoutes {
  private DirectRoutes() {}

  static void add(RouteTable routes) {
    routes.remote("POST /channels/direct", x -> create(x, 2, 2));
    routes.remote("POST /channels/group", x -> create(x, 3, 8));
    routes.remote("GET /users/{user_id}/channels", DirectRoutes::ofUser);
  }

  private static Reply create(Exchange x, int least, int most) {
    List<User> users = new ArrayList<>();
    JsonNode said = x.json();
    if (!said.isArray()) {
      throw Refusal.body("user_ids");
    }
    said.forEach(id -> users.add(x.user(id.asText())));
    boolean among = users.contains(x.me());
    if (most > 2 && !among) {
      users.add(x.me());
    }
    if (users.size() < least || users.size() > most) {
      throw Refusal.body("user_ids");
    }
    if (most == 2 && !among && !x.administrator()) {
      throw Refusal.permissions();
    }
    return Reply.json(201, Directs.channel(x.world(), users).json());
  }

  /** One array, without pages: channels of all teams, direct and group messages. */
  private static Reply ofUser(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    boolean deleted = x.asked("include_deleted");
    return Reply.json(
        200,
        x.world().channels.values().stream()
            .filter(c -> c.members.containsKey(user.id) && (deleted || c.deleteAt == 0))
            .map(Channel::json)
            .toList());
  }
}
