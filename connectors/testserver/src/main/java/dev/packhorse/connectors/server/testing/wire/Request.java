package dev.packhorse.connectors.server.testing.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request.
 *
 * @param target path and query as they came
 * @param headers names in lower case; of repeated ones the last
 * @param local whether it came over the Unix socket
 */
public record Request(
    String method, String target, Map<String, String> headers, RequestBody body, boolean local) {

  /** Percent-encoded, without the query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  public String header(String name) {
    return headers.get(name);
  }

  /** Names and values of the query; of repeated ones the first, as Go does. */
  public Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    int start = target.indexOf('?');
    if (start < 0) {
      return query;
    }
    for (String pair : target.substring(start + 1).split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  public String query(String name) {
    return query().getOrDefault(name, "");
  }

  public static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
