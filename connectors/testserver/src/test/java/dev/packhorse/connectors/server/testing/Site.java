package dev.packhorse.connectors.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A server as a test asks it: by Java's own client, without anything of Packhorse between. */
record Site(URI base, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Site as(String other) {
    return new Site(base, other);
  }

  HttpResponse<byte[]> get(String path) {
    return call("GET", path, null);
  }

  HttpResponse<byte[]> delete(String path) {
    return call("DELETE", path, null);
  }

  HttpResponse<byte[]> post(String path, Object body) {
    return call("POST", path, json(body));
  }

  HttpResponse<byte[]> put(String path, Object body) {
    return call("PUT", path, json(body));
  }

  HttpResponse<byte[]> data(String path, byte[] body) {
    return call("POST", path, body);
  }

  HttpResponse<byte[]> call(String method, String path, byte[] body, String... headers) {
    try {
      return send(method, path, body, headers);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @throws IOException if the connection breaks, which some tests want
   */
  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/api/v4" + path))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static JsonNode read(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Status and id, as {@code 403 api.context.permissions.app_error}. */
  static String said(HttpResponse<byte[]> answer) {
    boolean json = answer.headers().firstValue("content-type").orElse("").contains("json");
    String id = json ? read(answer).path("id").asText() : "";
    return answer.statusCode() >= 400 ? answer.statusCode() + " " + id : "" + answer.statusCode();
  }

  String createUpload(String name, long size) {
    HttpResponse<byte[]> answer =
        post("/uploads", Map.of("type", "import", "filename", name, "file_size", size));
    if (answer.statusCode() != 201) {
      throw new AssertionError(said(answer));
    }
    return read(answer).path("id").asText();
  }
}
