package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts as the server hands them out: an order, and a map that holds more than the order. */
final class PostList {
  private PostList() {}

  static Map<String, Object> of(World world, List<Post> order) {
    return of(world, order, "", "", false);
  }

  /**
   * @param next the next newer post, or empty
   * @param previous the next older post, or empty
   */
  static Map<String, Object> of(
      World world, List<Post> order, String next, String previous, boolean more) {
    Map<String, Object> posts = new LinkedHashMap<>();
    for (Post post : order) {
      posts.put(post.id, post.json());
      Post root = world.posts.get(post.rootId);
      if (root != null) {
        posts.put(root.id, root.json());
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("order", order.stream().map(post -> post.id).toList());
    json.put("posts", posts);
    json.put("next_post_id", next);
    json.put("prev_post_id", previous);
    if (world.profile.since(6, 0)) {
      json.put("has_next", more);
      json.put("first_inaccessible_post_time", 0);
    }
    return json;
  }
}
