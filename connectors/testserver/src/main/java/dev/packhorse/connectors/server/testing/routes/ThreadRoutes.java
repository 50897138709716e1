package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Threads that somebody follows in a team; those of direct messages are in every team's list. */
final class ThreadRoutes {
  private static final int USUAL_PAGE = 30;

  private ThreadRoutes() {}

  static void add(RouteTable routes) {
    routes.remote("GET /users/{user_id}/teams/{team_id}/threads", ThreadRoutes::list);
  }

  private static Reply list(Exchange x) {
    User user = x.user();
    x.selfOrAdministrator(user);
    Team team = TeamRoutes.team(x);
    List<Post> all =
        x.world().posts.values().stream()
            .filter(post -> post.followers.contains(user.id) && post.deleteAt == 0)
            .filter(post -> post.channel.team == team || post.channel.direct())
            .sorted(Comparator.comparingLong(ThreadRoutes::lastReply).reversed())
            .toList();
    String before = x.query("before");
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      from = all.get(i).id.equals(before) ? i + 1 : from;
    }
    int size = Math.min(Math.max(1, x.number("per_page", USUAL_PAGE)), 200);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", all.size());
    json.put("total_unread_threads", 0);
    json.put("total_unread_mentions", 0);
    json.put(
        "threads",
        all.subList(from, Math.min(from + size, all.size())).stream()
            .map(ThreadRoutes::json)
            .toList());
    return Reply.json(200, json);
  }

  private static long lastReply(Post root) {
    return root.channel.posts.stream()
        .filter(post -> post.rootId.equals(root.id))
        .mapToLong(post -> post.createAt)
        .max()
        .orElse(0);
  }

  private static Map<String, Object> json(Post root) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", root.id);
    json.put(
        "reply_count",
        root.channel.posts.stream().filter(post -> post.rootId.equals(root.id)).count());
    json.put("last_reply_at", lastReply(root));
    json.put("last_viewed_at", 0);
    json.put("participants", List.of(Map.of("id", root.user.id)));
    json.put("post", root.json());
    json.put("unread_replies", 0);
    json.put("unread_mentions", 0);
    return json;
  }
}
