package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the server tells of an account, which depends on who asks. */
public final class UserView {
  private UserView() {}

  /** As the account sees itself. */
  public static Map<String, Object> own(User user) {
    Map<String, Object> json = profile(user, true);
    if (user.emailVerified) {
      json.put("email_verified", true);
    }
    return json;
  }

  /**
   * As others see it. That the address is verified is never told, not even to administrators; Go
   * leaves a false member out.
   */
  public static Map<String, Object> profile(User user, boolean administrator) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", user.id);
    json.put("create_at", user.createAt);
    json.put("update_at", user.updateAt);
    json.put("delete_at", user.deleteAt);
    json.put("username", user.username);
    json.put("auth_data", administrator && user.authData != null ? user.authData : "");
    json.put("auth_service", administrator ? user.authService : "");
    json.put("email", user.email);
    json.put("nickname", user.nickname);
    json.put("first_name", user.firstName);
    json.put("last_name", user.lastName);
    json.put("position", user.position);
    json.put("roles", user.roles);
    json.put("locale", user.locale);
    if (administrator) {
      json.put("notify_props", user.notifyProps);
      json.put("props", user.props);
      json.put("last_password_update", user.lastPasswordUpdate);
      json.put("mfa_active", user.mfaCode != null);
    }
    if (user.lastPictureUpdate > 0) {
      json.put("last_picture_update", user.lastPictureUpdate);
    }
    if (user.bot) {
      json.put("is_bot", true);
      json.put("bot_description", user.botDescription);
    }
    json.put("timezone", Map.of("useAutomaticTimezone", "true", "manualTimezone", ""));
    json.put("disable_welcome_email", false);
    return json;
  }

  public static Map<String, Object> bot(User user) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("user_id", user.id);
    json.put("username", user.username);
    json.put("display_name", user.firstName);
    json.put("description", user.botDescription);
    json.put("owner_id", user.botOwner);
    json.put("create_at", user.createAt);
    json.put("update_at", user.updateAt);
    json.put("delete_at", user.deleteAt);
    return json;
  }
}
