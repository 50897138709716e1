package dev.packhorse.connectors.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job as a server tells it (rest-api reference 2.6 and 2.7).
 *
 * @param createAt milliseconds since 1970
 * @param lastActivityAt milliseconds since 1970; moves with exports, not with imports
 * @param data what it was started with and, at the end, what came of it; never null
 */
public record ServerJob(
    String id,
    String type,
    String status,
    long createAt,
    long lastActivityAt,
    Map<String, String> data) {
  public static final String IMPORT = "import_process";
  public static final String EXPORT = "export_process";

  static ServerJob of(JsonNode said) {
    Map<String, String> data = new LinkedHashMap<>();
    said.path("data")
        .properties()
        .forEach(each -> data.put(each.getKey(), each.getValue().asText()));
    return new ServerJob(
        said.path("id").asText(),
        said.path("type").asText(),
        said.path("status").asText(),
        said.path("create_at").asLong(),
        said.path("last_activity_at").asLong(),
        data);
  }

  /** Whether somebody still works on it, or will. */
  public boolean open() {
    return switch (status) {
      case "pending", "in_progress", "cancel_requested" -> true;
      default -> false;
    };
  }

  public boolean succeeded() {
    return status.equals("success") || status.equals("warning");
  }

  /** What went wrong, without the frame that servers of today put around it; empty if nothing. */
  public String error() {
    String error = data.getOrDefault("error", "");
    return error.replaceFirst("^Error during job execution\\. — ", "");
  }

  /** Line of the imported file at which it stopped, from 1; 0 if that is not known. */
  public long line() {
    String line = data.getOrDefault("line_number", "0");
    return line.matches("\\d{1,18}") ? Long.parseLong(line) : 0;
  }
}
