package dev.packhorse.connectors.server.testing.faults;

import dev.packhorse.connectors.server.testing.wire.Request;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code POST /uploads/*} and the like. */
final class RoutePattern {
  private final String method;
  private final Pattern path;

  RoutePattern(String route) {
    int blank = route.indexOf(' ');
    method = route.substring(0, blank);
    path =
        Pattern.compile(
            Stream.of(("/api/v4" + route.substring(blank + 1)).split("/"))
                .map(RoutePattern::step)
                .collect(Collectors.joining("/")));
  }

  private static String step(String step) {
    return switch (step) {
      case "*" -> "[^/]+";
      case "**" -> ".*";
      default -> Pattern.quote(step);
    };
  }

  boolean matches(Request request) {
    return (method.equals("*") || method.equals(request.method()))
        && path.matcher(request.path()).matches();
  }
}
