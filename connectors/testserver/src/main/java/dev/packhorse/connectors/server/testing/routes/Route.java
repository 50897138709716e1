package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.wire.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One method of one path.
 *
 * @param path steps of the path; one in braces is a variable, and one such as {@code {name}.zip}
 *     takes only names with that end
 * @param login whether somebody must have signed in
 * @param local whether the Unix socket has it, too (rest-api reference 1.3)
 * @param remote whether it is there over TCP
 * @param streamed whether the handler reads the body itself, without the monitor of the world
 */
record Route(
    String method,
    String[] path,
    boolean login,
    boolean local,
    boolean remote,
    boolean streamed,
    Handler handler) {

  /** The variables; null if the request is none of this route. */
  Map<String, String> match(Request request, String[] steps) {
    if (steps.length != path.length || !method.equals(request.method())) {
      return null;
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < path.length; i++) {
      String step = Request.decoded(steps[i].replace("+", "%2B"));
      if (!path[i].startsWith("{")) {
        if (!path[i].equals(step)) {
          return null;
        }
        continue;
      }
      int end = path[i].indexOf('}');
      if (step.isEmpty() || !step.endsWith(path[i].substring(end + 1))) {
        return null;
      }
      variables.put(path[i].substring(1, end), step);
    }
    return variables;
  }
}
