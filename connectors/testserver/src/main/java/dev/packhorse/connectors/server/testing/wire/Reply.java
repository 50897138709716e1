package dev.packhorse.connectors.server.testing.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An answer: status, headers, body. */
public final class Reply {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final List<Map.Entry<String, String>> headers = new ArrayList<>();
  private final InputStream body;
  private final long length;

  private Reply(int status, InputStream body, long length) {
    this.status = status;
    this.body = body;
    this.length = length;
  }

  public static Reply bytes(int status, String type, byte[] body) {
    return new Reply(status, new ByteArrayInputStream(body), body.length)
        .header("Content-Type", type);
  }

  public static Reply text(int status, String type, String body) {
    return bytes(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply json(int status, Object body) {
    try {
      return bytes(status, "application/json", JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Reply ok() {
    return json(200, Map.of("status", "OK"));
  }

  public static Reply noContent() {
    return new Reply(204, InputStream.nullInputStream(), 0);
  }

  /** A part of a file. */
  public static Reply file(int status, String type, Path file, long from, long length)
      throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(from);
    return new Reply(status, in, length).header("Content-Type", type);
  }

  /** Adds a header; one of the same name stays beside it. */
  public Reply header(String name, String value) {
    headers.add(Map.entry(name, value));
    return this;
  }

  public int status() {
    return status;
  }

  byte[] head(boolean close) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + status + "\r\n");
    headers.forEach(h -> head.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
    if (status != 204) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    head.append(close ? "Connection: close\r\n\r\n" : "\r\n");
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  InputStream body() {
    return body;
  }

  long length() {
    return length;
  }
}
