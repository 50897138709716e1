package dev.packhorse.connectors.server.testing.state;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An upload that is not complete (rest-api reference 2.1). */
public final class Upload {
  public final String id;
  public final String type;
  public final String userId;
  public final String channelId;
  public final String filename;
  public final long fileSize;
  public final long createAt;

  /** What arrived so far. */
  public final Path bytes;

  public long fileOffset;

  /** Whether a request is being served, or one was cut and the server has not noticed. */
  public boolean locked;

  /** Offset that becomes known with the end of the lock. */
  public long offsetAfterLock;

  /** When the server notices that a request was cut; 0 if none was. */
  public long lockedUntil;

  /** Refusals until the server notices that a request was cut. */
  public int refusalsLeft;

  Upload(String id, Map<String, Object> said, String userId, long createAt, Path bytes) {
    this.id = id;
    this.type = (String) said.get("type");
    this.filename = (String) said.get("filename");
    this.fileSize = (Long) said.get("file_size");
    this.channelId = (String) said.get("channel_id");
    this.userId = userId;
    this.createAt = createAt;
    this.bytes = bytes;
  }

  public boolean ofImport() {
    return type.equals("import");
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("type", type);
    json.put("create_at", createAt);
    json.put("user_id", userId);
    if (!channelId.isEmpty()) {
      json.put("channel_id", channelId);
    }
    json.put("filename", filename);
    json.put("file_size", fileSize);
    json.put("file_offset", fileOffset);
    json.put("remote_id", "");
    json.put("req_file_id", "");
    return json;
  }
}
