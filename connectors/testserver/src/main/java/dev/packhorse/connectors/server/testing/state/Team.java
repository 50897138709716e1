package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** A team and who is in it. */
public final class Team {
  public final String id;
  public final String name;
  public String displayName;
  public String description = "";
  public String type = "O";
  public boolean allowOpenInvite;
  public long createAt;
  public long updateAt;
  public long deleteAt;

  /** By user id. */
  public final Map<String, Member> members = new LinkedHashMap<>();

  Team(String id, String name) {
    this.id = id;
    this.name = name;
    this.displayName = name;
  }

  public Team title(String text) {
    displayName = text;
    return this;
  }

  public Team with(User... users) {
    for (User user : users) {
      members.put(user.id, new Member(user));
    }
    return this;
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("create_at", createAt);
    json.put("update_at", updateAt);
    json.put("delete_at", deleteAt);
    json.put("display_name", displayName);
    json.put("name", name);
    json.put("description", description);
    json.put("email", "");
    json.put("type", type);
    json.put("company_name", "");
    json.put("allowed_domains", "");
    json.put("invite_id", id);
    json.put("allow_open_invite", allowOpenInvite);
    json.put("scheme_id", null);
    json.put("group_constrained", null);
    json.put("policy_id", null);
    return json;
  }
}
