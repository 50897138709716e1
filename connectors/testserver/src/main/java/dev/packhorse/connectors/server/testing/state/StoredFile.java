package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** An attachment. */
public final class StoredFile {
  public final String id;
  public final String name;
  public String userId = "";
  public String channelId = "";
  public String postId = "";
  public long createAt;
  public long size;

  /** Null if the file store has lost it, which the record does not tell. */
  public byte[] body;

  StoredFile(String id, String name, byte[] body) {
    this.id = id;
    this.name = name;
    this.body = body;
    this.size = body.length;
  }

  /** The record stays, the body is gone. */
  public StoredFile lost() {
    body = null;
    return this;
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("user_id", userId);
    if (!postId.isEmpty()) {
      json.put("post_id", postId);
    }
    json.put("channel_id", channelId);
    json.put("create_at", createAt);
    json.put("update_at", createAt);
    json.put("delete_at", 0);
    json.put("name", name);
    json.put("extension", name.substring(name.lastIndexOf('.') + 1));
    json.put("size", size);
    json.put("mime_type", "application/octet-stream");
    json.put("mini_preview", null);
    json.put("remote_id", "");
    json.put("archived", false);
    return json;
  }
}
