package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.StoredFile;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Single posts, their threads and what hangs on them (rest-api reference 4.1 to 4.3). */
final class PostRoutes {
  private PostRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /channels/{channel_id}/posts", ChannelPosts::list);
    routes.remote("POST /posts", PostRoutes::create);
    routes.remote("POST /posts/ids/reactions", PostRoutes::reactionsOfMany);
    routes.both("GET /posts/{post_id}", PostRoutes::show);
    routes.remote("PUT /posts/{post_id}", PostRoutes::update);
    routes.both("DELETE /posts/{post_id}", PostRoutes::delete);
    routes.remote("GET /posts/{post_id}/thread", PostRoutes::thread);
    routes.remote("GET /posts/{post_id}/reactions", PostRoutes::reactions);
    routes.remote("GET /posts/{post_id}/files/info", PostRoutes::files);
    routes.remote("POST /reactions", PostRoutes::react);
  }

  private static Post post(Exchange x, String id, boolean deleted) {
    Post post = x.world().posts.get(id);
    if (post == null || post.deleteAt > 0 && !deleted) {
      throw new Refusal(404, "app.post.get.app_error", "Unable to get the post.");
    }
    boolean member = x.me() != null && post.channel.members.containsKey(x.me().id);
    if (!x.administrator() && !member) {
      throw Refusal.permissions();
    }
    return post;
  }

  private static Post post(Exchange x) {
    boolean deleted = x.asked("include_deleted") && x.administrator();
    return post(x, x.variable("post_id"), deleted);
  }

  private static Reply show(Exchange x) {
    return Reply.json(200, post(x).json());
  }

  /** The author is always the caller; the time is only an administrator's to set. */
  private static Reply create(Exchange x) {
    World world = x.world();
    JsonNode said = x.object("post");
    Channel channel = world.channels.get(said.path("channel_id").asText());
    if (channel == null || !x.administrator() && !channel.members.containsKey(x.me().id)) {
      throw Refusal.permissions();
    }
    String message = said.path("message").asText();
    if (channel.deleteAt > 0) {
      throw new Refusal(400, "api.post.create_post.can_not_post_to_deleted.error");
    }
    if (said.path("type").asText().startsWith("system_")) {
      throw new Refusal(400, "api.context.invalid_body_param.app_error");
    }
    if (message.codePointCount(0, message.length()) > world.maxPostSize) {
      throw new Refusal(400, "model.post.is_valid.message_length.app_error", "Too long.");
    }
    Post root = world.posts.get(said.path("root_id").asText());
    if (!said.path("root_id").asText().isEmpty() && (root == null || root.channel != channel)) {
      throw new Refusal(400, "api.post.create_post.root_id.app_error", "Invalid root.");
    }
    Post post = world.addPost(channel, x.me(), message);
    post.rootId = root == null ? "" : root.rootId.isEmpty() ? root.id : root.rootId;
    if (x.administrator() && said.path("create_at").asLong() > 0) {
      post.at(said.path("create_at").asLong());
    }
    if (said.path("props").isObject()) {
      post.props = said.path("props");
    }
    for (JsonNode id : said.path("file_ids")) {
      StoredFile file = world.files.get(id.asText());
      if (file != null && file.userId.equals(x.me().id) && file.postId.isEmpty()) {
        file.postId = post.id;
        post.files.add(file);
      }
    }
    return Reply.json(201, post.json());
  }

  private static Reply update(Exchange x) {
    Post post = post(x);
    if (post.user != x.me() && !x.administrator()) {
      throw Refusal.permissions();
    }
    post.message = x.object("post").path("message").asText(post.message);
    post.editAt = x.world().now();
    post.updateAt = post.editAt;
    return Reply.json(200, post.json());
  }

  private static Reply delete(Exchange x) {
    Post post = post(x);
    if (post.user != x.me() && !x.administrator()) {
      throw Refusal.permissions();
    }
    if (x.asked("permanent")) {
      if (!x.local() && !x.world().config.on("ServiceSettings.EnableAPIPostDeletion")) {
        throw new Refusal(501, "api.post.delete_post.not_enabled.app_error", "Off.");
      }
      post.channel.posts.remove(post);
      x.world().posts.remove(post.id);
    } else {
      post.deleted(x.world().now());
    }
    return Reply.ok();
  }

  /** The root, then replies, oldest first; names of parameters are in camel case here. */
  private static Reply thread(Exchange x) {
    Post post = post(x);
    Post root = post.rootId.isEmpty() ? post : x.world().posts.get(post.rootId);
    int asked = x.number("perPage", 0);
    long from = x.query("fromCreateAt").isEmpty() ? 0 : Long.parseLong(x.query("fromCreateAt"));
    String fromPost = x.query("fromPost");
    List<Post> replies =
        root.channel.posts.stream()
            .filter(p -> p.rootId.equals(root.id) && p.deleteAt == 0)
            .filter(
                p ->
                    p.createAt > from
                        || p.createAt == from
                            && !fromPost.isEmpty()
                            && p.id.compareTo(fromPost) > 0)
            .sorted(Comparator.comparingLong((Post p) -> p.createAt).thenComparing(p -> p.id))
            .toList();
    int most = asked == 0 ? replies.size() : Math.min(Math.min(asked, 200), replies.size());
    List<Post> order = new ArrayList<>(List.of(root));
    order.addAll(replies.subList(0, most));
    return Reply.json(200, PostList.of(x.world(), order, "", "", most < replies.size()));
  }

  private static List<Map<String, Object>> reactions(Post post) {
    return post.reactions.stream().map(reaction -> reaction.json(post)).toList();
  }

  private static Reply reactions(Exchange x) {
    return Reply.json(200, reactions(post(x)));
  }

  private static Reply reactionsOfMany(Exchange x) {
    JsonNode ids = x.json();
    if (!ids.isArray()) {
      throw Refusal.body("post_ids");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    for (JsonNode id : ids) {
      json.put(id.asText(), reactions(post(x, id.asText(), false)));
    }
    return Reply.json(200, json);
  }

  /** Own ones only, and at the time of the server. */
  private static Reply react(Exchange x) {
    JsonNode said = x.object("reaction");
    if (!said.path("user_id").asText().equals(x.me().id)) {
      throw new Refusal(403, "api.reaction.save_reaction.user_id.app_error", "Not yours.");
    }
    Post post = post(x, said.path("post_id").asText(), false);
    Post.Reaction reaction =
        new Post.Reaction(x.me(), said.path("emoji_name").asText(), x.world().now());
    post.reactions.add(reaction);
    return Reply.json(200, reaction.json(post));
  }

  private static Reply files(Exchange x) {
    return Reply.json(200, post(x).files.stream().map(StoredFile::json).toList());
  }
}
