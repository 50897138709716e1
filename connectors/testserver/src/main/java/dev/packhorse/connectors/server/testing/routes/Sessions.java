package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Token;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Request;
import java.util.Locale;

/** Who calls (rest-api reference 1.2): a cookie outranks the header, the header the query. */
final class Sessions {
  private final World world;

  Sessions(World world) {
    this.world = world;
  }

  /** The caller's token; null on the socket. */
  Token of(Request request) {
    if (request.local()) {
      return null;
    }
    String cookie = cookie(request);
    Token token = valid(cookie != null ? cookie : header(request));
    if (token == null) {
      refuseQuery(request);
      throw Refusal.noSession();
    }
    if (cookie != null && !request.method().equals("GET") && forged(request, token)) {
      throw Refusal.noSession();
    }
    checkMfa(request, token.user);
    return token;
  }

  private Token valid(String value) {
    Token token = value == null ? null : world.tokens.get(value);
    if (token == null || !token.active || !token.user.active()) {
      return null;
    }
    return token.expiresAt > 0 && token.expiresAt <= world.now() ? null : token;
  }

  private static boolean forged(Request request, Token token) {
    return !token.csrf.equals(request.header("x-csrf-token"))
        && !"XMLHttpRequest".equals(request.header("x-requested-with"));
  }

  private static void refuseQuery(Request request) {
    if (!request.query("access_token").isEmpty()) {
      throw new Refusal(401, "api.context.token_provided.app_error", "Session is not OAuth.");
    }
  }

  private static String header(Request request) {
    String header = request.header("authorization");
    if (header == null || header.indexOf(' ') < 0) {
      return null;
    }
    String scheme = header.substring(0, header.indexOf(' ')).toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("bearer") || scheme.equals("token");
    return known ? header.substring(header.indexOf(' ') + 1).strip() : null;
  }

  private static String cookie(Request request) {
    String cookies = request.header("cookie");
    if (cookies == null) {
      return null;
    }
    for (String pair : cookies.split(";")) {
      if (pair.strip().startsWith("MMAUTHTOKEN=")) {
        return pair.strip().substring("MMAUTHTOKEN=".length());
      }
    }
    return null;
  }

  /** Only licensed servers enforce it; personal tokens are no way around (rest-api 1.2). */
  private void checkMfa(Request request, User user) {
    boolean enforced =
        world.licence != null
            && world.config.on("ServiceSettings.EnforceMultifactorAuthentication")
            && user.mfaCode == null
            && !user.bot
            && user.authService.isEmpty();
    boolean allowed =
        request.path().endsWith("/users/me")
            || request.path().endsWith("/mfa")
            || request.path().endsWith("/users/logout");
    if (enforced && !allowed) {
      throw new Refusal(
          403, "api.context.mfa_required.app_error", "Multi-factor authentication is required.");
    }
  }
}
