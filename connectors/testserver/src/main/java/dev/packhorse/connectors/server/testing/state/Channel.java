package dev.packhorse.connectors.server.testing.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A channel of any type, who is in it, and its posts in the order they were made. */
public final class Channel {
  public final String id;

  /** Null for direct and group messages. */
  public final Team team;

  public final String name;

  /** O, P, D or G. */
  public String type;

  public String displayName;
  public String header = "";
  public String purpose = "";
  public String creatorId = "";
  public long createAt;
  public long updateAt;
  public long deleteAt;

  /** By user id. */
  public final Map<String, Member> members = new LinkedHashMap<>();

  public final List<Post> posts = new ArrayList<>();

  Channel(String id, Team team, String name, String type) {
    this.id = id;
    this.team = team;
    this.name = name;
    this.type = type;
    this.displayName = name;
  }

  public Channel with(User... users) {
    for (User user : users) {
      members.put(user.id, new Member(user));
    }
    return this;
  }

  public Channel closed() {
    type = "P";
    return this;
  }

  public Channel archived() {
    deleteAt = createAt + 1;
    return this;
  }

  public boolean direct() {
    return team == null;
  }

  public long lastPostAt() {
    return posts.stream().mapToLong(post -> post.createAt).max().orElse(0);
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("create_at", createAt);
    json.put("update_at", updateAt);
    json.put("delete_at", deleteAt);
    json.put("team_id", team == null ? "" : team.id);
    json.put("type", type);
    json.put("display_name", displayName);
    json.put("name", name);
    json.put("header", header);
    json.put("purpose", purpose);
    json.put("last_post_at", lastPostAt());
    json.put("total_msg_count", posts.stream().filter(post -> post.type.isEmpty()).count());
    json.put("extra_update_at", 0);
    json.put("creator_id", creatorId);
    json.put("scheme_id", null);
    json.put("props", null);
    json.put("group_constrained", null);
    json.put("shared", null);
    json.put(
        "total_msg_count_root",
        posts.stream().filter(post -> post.type.isEmpty() && post.rootId.isEmpty()).count());
    json.put("policy_id", null);
    json.put("last_root_post_at", lastPostAt());
    return json;
  }
}
