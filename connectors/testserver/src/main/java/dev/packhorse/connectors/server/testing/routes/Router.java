package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Token;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Delivery;
import dev.packhorse.connectors.server.testing.wire.Reply;
import dev.packhorse.connectors.server.testing.wire.Request;
import dev.packhorse.connectors.server.testing.wire.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the route of a request, asks who calls, and turns refusals into answers. */
public final class Router implements Service {
  private static final String API = "/api/v4";

  private final World world;
  private final Sessions sessions;
  private final RateLimit rateLimit;
  private final RouteTable table = new RouteTable();

  public Router(World world) {
    this.world = world;
    this.sessions = new Sessions(world);
    this.rateLimit = new RateLimit(world);
    SystemRoutes.add(table);
    LoginRoutes.add(table);
    TokenRoutes.add(table);
    UserRoutes.add(table);
    AccountRoutes.add(table);
    TeamRoutes.add(table);
    ChannelRoutes.add(table);
    UploadRoutes.add(table);
    JobRoutes.add(table);
    ExportRoutes.add(table);
    PostRoutes.add(table);
    FileRoutes.add(table);
    EmojiRoutes.add(table);
    SettingRoutes.add(table);
    ThreadRoutes.add(table);
  }

  @Override
  public Served serve(Request request) throws IOException {
    String requestId = world.newId();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    Reply reply;
    try {
      Reply limited;
      synchronized (world) {
        limited = request.local() ? null : rateLimit.check(headers);
      }
      reply = limited != null ? limited : answer(request);
    } catch (Refusal refusal) {
      reply = refused(refusal, requestId);
    }
    for (Map.Entry<String, String> header : headers) {
      reply.header(header.getKey(), header.getValue());
    }
    reply.header("X-Request-ID", requestId).header("X-Version-ID", world.versionHeader());
    return new Served(reply.header("Vary", "Accept-Encoding"), Delivery.WHOLE);
  }

  private Reply answer(Request request) throws IOException {
    if (!request.path().startsWith(API + "/")) {
      // Everything else is the web client's.
      return Reply.text(
          200, "text/html; charset=utf-8", "<!doctype html><title>Mattermost</title>");
    }
    if (world.profile.since(10, 0)
        && request.target().length() > world.config.number("ServiceSettings.MaximumURLLength")) {
      throw new Refusal(414, "basic_security_check.url.too_long_error", "The URL is too long.");
    }
    String[] steps = request.path().substring(API.length() + 1).split("/", -1);
    for (Route route : table.routes()) {
      Map<String, String> variables = route.match(request, steps);
      if (variables != null && (route.local() || !request.local())) {
        return run(route, request, variables);
      }
    }
    throw Refusal.noRoute();
  }

  private Reply run(Route route, Request request, Map<String, String> variables)
      throws IOException {
    if (!route.remote() && !request.local()) {
      throw new Refusal(
          401, "api.context.local_origin_required.app_error", "Only the local socket may do that.");
    }
    Token token;
    synchronized (world) {
      token = route.login() ? sessions.of(request) : null;
    }
    if (route.streamed()) {
      return route.handler().handle(new Exchange(world, request, variables, token, null));
    }
    byte[] body = body(request);
    synchronized (world) {
      return route.handler().handle(new Exchange(world, request, variables, token, body));
    }
  }

  private byte[] body(Request request) throws IOException {
    // Pictures and other files are let through; routes that take them check them.
    String type = request.headers().getOrDefault("content-type", "");
    boolean file =
        type.startsWith("multipart/")
            || request.path().equals(API + "/files")
            || world.profile.before(9, 5);
    long limit =
        file
            ? world.config.number("FileSettings.MaxFileSize") + 512
            : world.config.number("ServiceSettings.MaximumPayloadSizeBytes");
    byte[] body = request.body().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    if (body.length > limit) {
      throw new Refusal(
          413, "api.context.request_body_too_large.app_error", "The request body is too large.");
    }
    return body;
  }

  private Reply refused(Refusal refusal, String requestId) {
    boolean hardened =
        refusal.status() >= 500
            && world.config.on("ServiceSettings.ExperimentalEnableHardenedMode");
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("id", hardened ? "" : refusal.id());
    error.put("message", hardened ? "Internal Server Error" : refusal.getMessage());
    error.put("detailed_error", "");
    error.put("request_id", requestId);
    error.put("status_code", refusal.status());
    return Reply.json(refusal.status(), error);
  }
}
