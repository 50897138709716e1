package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** An emoji that somebody made. */
public record Emoji(String id, String name, User creator, byte[] image, long createAt) {
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("create_at", createAt);
    json.put("update_at", createAt);
    json.put("delete_at", 0);
    json.put("creator_id", creator == null ? "" : creator.id);
    json.put("name", name);
    return json;
  }
}
