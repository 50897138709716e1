package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Token;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * One call of a route.
 *
 * @param token of whoever calls; null on the socket and on routes without sign-in
 * @param bytes the body; null on routes that read it themselves
 */
record Exchange(
    World world, Request request, Map<String, String> variables, Token token, byte[] bytes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_PAGE = 200;

  /** Null on the socket. */
  User me() {
    return token == null ? null : token.user;
  }

  boolean local() {
    return request.local();
  }

  boolean administrator() {
    return local() || token != null && me().hasRole("system_admin");
  }

  void administratorOnly() {
    if (!administrator()) {
      throw Refusal.permissions();
    }
  }

  /** Whether the caller may do with that account as with its own. */
  void selfOrAdministrator(User user) {
    if (me() != user && !administrator()) {
      throw Refusal.permissions();
    }
  }

  String variable(String name) {
    return variables.get(name);
  }

  String query(String name) {
    return request.query(name);
  }

  boolean asked(String name) {
    return query(name).equals("true");
  }

  /** Missing if the body is no JSON. */
  JsonNode json() {
    try {
      JsonNode json = JSON.readTree(bytes);
      return json == null ? MissingNode.getInstance() : json;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body as an object. */
  JsonNode object(String name) {
    JsonNode json = json();
    if (!json.isObject()) {
      throw Refusal.body(name);
    }
    return json;
  }

  /** A member of the body that is a string and not empty. */
  String text(String name) {
    JsonNode value = object(name).path(name);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw Refusal.body(name);
    }
    return value.asText();
  }

  int page() {
    return number("page", 0);
  }

  /** At most 200, whatever was asked for, and without a word (rest-api reference 4.2). */
  int perPage() {
    int asked = number("per_page", 60);
    return asked <= 0 ? 60 : Math.min(asked, LONGEST_PAGE);
  }

  int number(String name, int usual) {
    try {
      int value = Integer.parseInt(query(name));
      return value < 0 ? usual : value;
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  /** The page that was asked for. */
  <T> List<T> page(List<T> all) {
    int from = (int) Math.min((long) page() * perPage(), all.size());
    return all.subList(from, Math.min(from + perPage(), all.size()));
  }

  /** The account of a path, {@code me} included. */
  User user() {
    String id = variable("user_id");
    if (id.equals("me") && me() != null) {
      return me();
    }
    return user(id);
  }

  User user(String id) {
    User user = world.users.get(id);
    if (user == null) {
      throw new Refusal(404, "app.user.missing_account.const", "Unable to find the user.");
    }
    return user;
  }
}
