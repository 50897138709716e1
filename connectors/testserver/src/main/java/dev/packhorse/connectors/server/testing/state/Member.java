package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody in a team or a channel. */
public final class Member {
  public final User user;
  public boolean schemeAdmin;
  public boolean schemeGuest;
  public long lastViewedAt;
  public long lastUpdateAt;
  public long msgCount;
  public long deleteAt;

  public Member(User user) {
    this.user = user;
  }

  public Map<String, Object> ofTeam(Team team) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("team_id", team.id);
    json.put("user_id", user.id);
    json.put("roles", roles("team"));
    json.put("delete_at", deleteAt);
    json.put("scheme_guest", schemeGuest);
    json.put("scheme_user", !schemeGuest);
    json.put("scheme_admin", schemeAdmin);
    json.put("explicit_roles", "");
    return json;
  }

  /**
   * @param own whether the member asks itself; others, administrators too, are told −1 (rest-api
   *     reference 4.2)
   */
  public Map<String, Object> ofChannel(Channel channel, boolean own) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("channel_id", channel.id);
    json.put("user_id", user.id);
    json.put("roles", roles("channel"));
    json.put("last_viewed_at", own ? lastViewedAt : -1);
    json.put("msg_count", msgCount);
    json.put("mention_count", 0);
    json.put("mention_count_root", 0);
    json.put("msg_count_root", msgCount);
    json.put("notify_props", Map.of("desktop", "default", "mark_unread", "all"));
    json.put("last_update_at", own ? lastUpdateAt : -1);
    json.put("scheme_guest", schemeGuest);
    json.put("scheme_user", !schemeGuest);
    json.put("scheme_admin", schemeAdmin);
    json.put("explicit_roles", "");
    return json;
  }

  private String roles(String scope) {
    if (schemeGuest) {
      return scope + "_guest";
    }
    return scope + "_user" + (schemeAdmin ? " " + scope + "_admin" : "");
  }
}
