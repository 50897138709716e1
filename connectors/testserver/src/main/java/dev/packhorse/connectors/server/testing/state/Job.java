package dev.packhorse.connectors.server.testing.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** One job (rest-api reference 2.6 and 7.5). */
public final class Job {
  public final String id;
  public final String type;
  public final long createAt;
  public long startAt;
  public long lastActivityAt;
  public String status = "pending";
  public long progress;

  /** Null if the job was sent without and nothing was added. */
  public Map<String, String> data;

  /** Looks at this job since its last change of status. */
  public int polls;

  /** What an import found and did; null for others and before the end. */
  public Imported imported;

  /** Whether the worker was started: it goes on whatever happens to {@link #status}. */
  public boolean running;

  Job(String id, String type, long createAt, Map<String, String> data) {
    this.id = id;
    this.type = type;
    this.createAt = createAt;
    this.data = data;
  }

  public void status(String next, long now) {
    status = next;
    polls = 0;
    lastActivityAt = now;
  }

  public void put(String name, String value) {
    if (data == null) {
      data = new LinkedHashMap<>();
    }
    data.put(name, value);
  }

  public String get(String name) {
    return data == null ? null : data.get(name);
  }

  public boolean ended() {
    return switch (status) {
      case "success", "error", "canceled", "warning" -> true;
      default -> false;
    };
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("type", type);
    json.put("priority", 0);
    json.put("create_at", createAt);
    json.put("start_at", startAt);
    json.put("last_activity_at", lastActivityAt);
    json.put("status", status);
    json.put("progress", progress);
    json.put("data", data);
    return json;
  }
}
