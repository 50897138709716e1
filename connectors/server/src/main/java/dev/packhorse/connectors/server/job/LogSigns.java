package dev.packhorse.connectors.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;

/** What a server writes into its log while it imports (rest-api reference 2.7). */
final class LogSigns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Client client;
  private boolean readable = true;
  private String newest = "";
  private long lines;

  LogSigns(Client client) {
    this.client = client;
  }

  /** The newest line that an import left; empty if there is none, or the log may not be read. */
  String newest(ServerJob job) throws IOException {
    if (!readable || !job.type().equals(ServerJob.IMPORT) || !job.status().equals("in_progress")) {
      return "";
    }
    try {
      for (JsonNode each : client.ask(Call.get("/logs?page=0&logs_per_page=200"))) {
        look(each.asText());
      }
    } catch (ProblemException e) {
      readable = false; // the job goes on without, only with less to tell
    }
    return newest;
  }

  private void look(String text) {
    JsonNode line;
    try {
      line = JSON.readTree(text);
    } catch (IOException e) {
      return; // a log in plain text
    }
    String message = line == null ? "" : line.path("msg").asText("");
    switch (message) {
      case "Reader progress",
          "Worker progress",
          "Importing user",
          "Starting workers for new segment" -> {
        newest = text;
        lines = Math.max(lines, line.path("processed_lines").asLong(0));
      }
      default -> {
        // of something else
      }
    }
  }

  String words(ServerJob job) {
    if (job.status().equals("pending")) {
      return "waiting for the server to begin";
    }
    return lines > 0
        ? String.format("the server has read %,d lines", lines)
        : "the server is at work";
  }
}
