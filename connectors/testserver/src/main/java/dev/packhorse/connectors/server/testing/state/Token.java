package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** What lets somebody in: of a login, or a personal one, which survives what ends logins. */
public final class Token {
  public final String id;
  public final String value;
  public final User user;
  public final boolean personal;
  public final String csrf;
  public String description = "";
  public boolean active = true;

  /** 0 for never. */
  public long expiresAt;

  public Token(String id, String value, String csrf, User user, boolean personal) {
    this.id = id;
    this.value = value;
    this.csrf = csrf;
    this.user = user;
    this.personal = personal;
  }

  /** As the list of personal tokens shows it: without the secret. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("user_id", user.id);
    json.put("description", description);
    json.put("is_active", active);
    return json;
  }
}
