package dev.packhorse.connectors.server.testing.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of the server's log, whose member for the time has two names (rest-api reference 5.1). */
public final class ServerLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'Z'").withZone(ZoneOffset.UTC);

  private ServerLog() {}

  /**
   * Adds a line.
   *
   * @param members names and values by turns, after level, time and message
   */
  public static void line(World world, String level, String message, String... members) {
    Map<String, Object> line = new LinkedHashMap<>();
    long now = world.now();
    if (world.profile.since(6, 0)) {
      line.put("timestamp", TIME.format(Instant.ofEpochMilli(now)));
    } else {
      line.put("ts", now / 1000.0);
    }
    line.put("level", level);
    line.put("msg", message);
    for (int i = 0; i < members.length; i += 2) {
      line.put(members[i], members[i + 1]);
    }
    try {
      world.log.add(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
