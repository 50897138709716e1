package dev.packhorse.connectors.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.packhorse.connectors.server.http.Answer;
import dev.packhorse.connectors.server.http.Body;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.connectors.server.http.Patience;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Asks one server; what it refuses becomes a problem. May be used by many threads. */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than any answer that is read as a whole; bodies of files are not. */
  private static final int LONGEST = 64 << 20;

  private static final int SHOWN = 200;

  private final String name;
  private final Patience patience;
  private final Supplier<String> token;

  /**
   * @param name what the user calls the server
   * @param token asked at each request; gives null where none is needed
   */
  public Client(String name, Patience patience, Supplier<String> token) {
    this.name = name;
    this.patience = patience;
    this.token = token;
  }

  public String name() {
    return name;
  }

  public static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Body body(Map<String, ?> members) {
    return Body.json(bytes(members));
  }

  /** The answer to a request that must succeed, read as a whole. */
  public JsonNode ask(Call call) throws IOException {
    try (Answer answer = open(call)) {
      return json(call, answer);
    }
  }

  /**
   * As {@link #ask}, for a request that may have got through although the answer is a failure.
   *
   * @throws IOException after a status from 500 on, too: whoever asks has to look before repeating
   */
  public JsonNode askOnce(Call call) throws IOException {
    try (Answer answer = raw(call)) {
      if (answer.status() >= 500) {
        throw new IOException("status " + answer.status());
      }
      check(call, answer);
      return json(call, answer);
    }
  }

  /** As {@link #ask}; null if what was asked for is not there (404). */
  public JsonNode find(Call call) throws IOException {
    try (Answer answer = patience.send(call, token.get())) {
      if (answer.status() == 404 && answer.json()) {
        return null;
      }
      check(call, answer);
      return json(call, answer);
    }
  }

  /** The answer to a request that must succeed, to be read and closed by the caller. */
  public Answer open(Call call) throws IOException {
    Answer answer = patience.send(call, token.get());
    try {
      check(call, answer);
      return answer;
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /** The answer whatever its status, but never one of somebody who stands in front. */
  public Answer raw(Call call) throws IOException {
    return patience.send(call, token.get());
  }

  /** An answer read as a whole. */
  public JsonNode json(Call call, Answer answer) throws IOException {
    byte[] body = answer.body().readNBytes(LONGEST);
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    if (!answer.json()) {
      throw stranger(answer, body);
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw ServerProblem.NOT_MATTERMOST.thrown(
          name, e, answer.status(), answer.header("content-type"), beginning(body));
    }
  }

  /** Throws what the server said if it did not do what it was asked for. */
  public void check(Call call, Answer answer) throws IOException {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return;
    }
    if (status >= 300 && status < 400) {
      throw ServerProblem.REDIRECTED.thrown(name, null, String.valueOf(answer.header("location")));
    }
    byte[] body = answer.body().readNBytes(1 << 16);
    if (!answer.json()) {
      throw stranger(answer, body);
    }
    throw refused(call, status, error(body));
  }

  /**
   * What the server says it is; asks for nothing that needs an account.
   *
   * @throws ProblemException {@code server.not-mattermost} if it says nothing of the kind
   */
  public ServerVersion version() throws IOException {
    try (Answer answer = patience.send(Call.get("/system/ping"), null)) {
      ServerVersion version = ServerVersion.parse(answer.header("x-version-id"));
      if (version == null) {
        check(Call.get("/system/ping"), answer);
        throw stranger(answer, answer.body().readNBytes(1 << 16));
      }
      return version;
    }
  }

  /** What a server says when it refuses; {@code null} members are empty. */
  public static ApiError error(byte[] body) throws IOException {
    JsonNode said = JSON.readTree(body);
    return new ApiError(
        said.path("id").asText(""),
        said.path("message").asText(""),
        said.path("request_id").asText(""));
  }

  public static ApiError error(InputStream body) throws IOException {
    return error(body.readNBytes(1 << 16));
  }

  private ProblemException refused(Call call, int status, ApiError error) {
    String id = error.id();
    if (id.contains("too_many")) {
      return ServerProblem.LOCKED_OUT.thrown(name, null, error.message());
    }
    if (id.contains("mfa")) {
      return ServerProblem.MFA.thrown(name, null, error.message());
    }
    if (status == 401 && id.contains("session_expired")) {
      return ServerProblem.SESSION.thrown(name, null, error.message());
    }
    if (status == 401 && call.path().startsWith("/users/login")) {
      return ServerProblem.SIGN_IN.thrown(name, null, error.message());
    }
    if (status == 403) {
      return ServerProblem.PERMISSION.thrown(name, null, call.toString(), error.message());
    }
    return ServerProblem.FAILED.thrown(
        name, null, call.toString(), status, error.message(), error.requestId());
  }

  private ProblemException stranger(Answer answer, byte[] body) {
    return ServerProblem.NOT_MATTERMOST.thrown(
        name,
        null,
        answer.status(),
        String.valueOf(answer.header("content-type")).toLowerCase(Locale.ROOT),
        beginning(body));
  }

  private static String beginning(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, 4 * SHOWN), StandardCharsets.UTF_8);
    String line = text.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(SHOWN, line.length()));
  }
}
