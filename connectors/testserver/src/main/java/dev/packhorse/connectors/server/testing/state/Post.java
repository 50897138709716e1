package dev.packhorse.connectors.server.testing.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A post or, with a root, a reply. */
public final class Post {
  public final String id;
  public final Channel channel;
  public final User user;
  public String rootId = "";
  public String message;
  public String type = "";
  public JsonNode props = JsonNodeFactory.instance.objectNode();
  public long createAt;
  public long updateAt;
  public long editAt;
  public long deleteAt;
  public boolean pinned;
  public final List<Reaction> reactions = new ArrayList<>();
  public final List<StoredFile> files = new ArrayList<>();

  /** User ids of those who follow the thread. */
  public final List<String> followers = new ArrayList<>();

  /** Somebody's emoji below a post. */
  public record Reaction(User user, String emojiName, long createAt) {
    public Map<String, Object> json(Post post) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("user_id", user.id);
      json.put("post_id", post.id);
      json.put("emoji_name", emojiName);
      json.put("create_at", createAt);
      json.put("update_at", createAt);
      json.put("delete_at", 0);
      json.put("remote_id", "");
      json.put("channel_id", post.channel.id);
      return json;
    }
  }

  Post(String id, Channel channel, User user, String message) {
    this.id = id;
    this.channel = channel;
    this.user = user;
    this.message = message;
  }

  public Post at(long millis) {
    createAt = millis;
    updateAt = millis;
    return this;
  }

  public Post under(Post root) {
    rootId = root.id;
    return this;
  }

  public Post reaction(User from, String emoji, long at) {
    reactions.add(new Reaction(from, emoji, at));
    return this;
  }

  public Post deleted(long at) {
    deleteAt = at;
    updateAt = at;
    return this;
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("create_at", createAt);
    json.put("update_at", updateAt);
    json.put("edit_at", editAt);
    json.put("delete_at", deleteAt);
    json.put("is_pinned", pinned);
    json.put("user_id", user.id);
    json.put("channel_id", channel.id);
    json.put("root_id", rootId);
    json.put("original_id", "");
    json.put("message", message);
    json.put("type", type);
    json.put("props", props);
    json.put("hashtags", "");
    if (!files.isEmpty()) {
      json.put("file_ids", files.stream().map(file -> file.id).toList());
    }
    json.put("pending_post_id", "");
    json.put(
        "reply_count",
        channel.posts.stream().filter(p -> p.rootId.equals(id) && p.deleteAt == 0).count());
    json.put("last_reply_at", 0);
    json.put("participants", null);
    json.put("metadata", metadata());
    return json;
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (!files.isEmpty()) {
      metadata.put("files", files.stream().map(StoredFile::json).toList());
    }
    if (!reactions.isEmpty()) {
      metadata.put("reactions", reactions.stream().map(r -> r.json(this)).toList());
    }
    return metadata;
  }
}
