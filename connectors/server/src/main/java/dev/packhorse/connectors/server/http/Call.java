package dev.packhorse.connectors.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to a server.
 *
 * @param method such as {@code GET}
 * @param path below {@code /api/v4}, percent-encoded, with the query
 * @param headers beyond those that every request has
 * @param body null for none
 * @param repeatable whether a second one does no harm if the first got through and only its answer
 *     was lost (rest-api reference 1.8)
 * @param patience longest time from sending to the head of the answer, and between two pieces of it
 */
public record Call(
    String method,
    String path,
    Map<String, String> headers,
    Body body,
    boolean repeatable,
    Duration patience) {
  /** For answers that are small and quick. */
  private static final Duration USUAL = Duration.ofSeconds(60);

  public static Call get(String path) {
    return new Call("GET", path, Map.of(), null, true, USUAL);
  }

  public static Call delete(String path) {
    return new Call("DELETE", path, Map.of(), null, true, USUAL);
  }

  /** A request that must not be repeated unless somebody has looked whether it got through. */
  public static Call post(String path, Body body) {
    return new Call("POST", path, Map.of(), body, false, USUAL);
  }

  public static Call put(String path, Body body) {
    return new Call("PUT", path, Map.of(), body, true, USUAL);
  }

  /** The same, of which two do no more than one. */
  public Call repeatedly() {
    return new Call(method, path, headers, body, true, patience);
  }

  public Call within(Duration longest) {
    return new Call(method, path, headers, body, repeatable, longest);
  }

  public Call with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(method, path, more, body, repeatable, patience);
  }

  /** A name as a step of a path or a value of a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** For reports; holds no secret. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
