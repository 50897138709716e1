package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Health, version, settings, limits, log (rest-api reference 1.6 and 6). */
final class SystemRoutes {
  private SystemRoutes() {}

  static void add(RouteTable routes) {
    routes.open("GET /system/ping", SystemRoutes::ping);
    routes.both("GET /config", SystemRoutes::config);
    routes.open("GET /config/client", SystemRoutes::clientConfig);
    routes.open("GET /license/client", SystemRoutes::clientLicence);
    routes.remote("GET /limits/server", SystemRoutes::limits);
    routes.both("GET /system/schema/version", SystemRoutes::schemaVersion);
    routes.both("GET /logs", SystemRoutes::logs);
  }

  private static Reply ping(Exchange x) {
    World world = x.world();
    Map<String, Object> json = new LinkedHashMap<>();
    boolean rest = x.asked("use_rest_semantics") && world.profile.since(6, 0);
    json.put("status", world.unhealthy && !rest ? "UNHEALTHY" : "OK");
    json.put("AndroidLatestVersion", "");
    json.put("AndroidMinVersion", "");
    json.put("IosLatestVersion", "");
    json.put("IosMinVersion", "");
    String asked = x.query("get_server_status");
    boolean full = world.profile.since(6, 0) ? asked.equals("true") : !asked.isEmpty();
    if (world.profile.since(6, 0)) {
      json.put("ActiveSearchBackend", "database");
    } else {
      json.put("DesktopLatestVersion", "");
      json.put("DesktopMinVersion", "");
    }
    String health = world.unhealthy ? "UNHEALTHY" : "OK";
    if (full) {
      json.put("database_status", health);
      json.put("filestore_status", health);
    }
    Reply reply = Reply.json(world.unhealthy && !rest ? 500 : 200, json);
    return full
        ? reply.header("database_status", health).header("filestore_status", health)
        : reply;
  }

  private static Reply config(Exchange x) {
    x.administratorOnly();
    return Reply.json(200, x.world().config.masked());
  }

  /** Before 11 only the old form is there, and has to be asked for. */
  private static void oldFormat(Exchange x, String id) {
    if (x.world().profile.since(11, 0)) {
      return;
    }
    if (x.query("format").isEmpty()) {
      throw new Refusal(501, id, "New format for the client is not supported yet.");
    }
    if (!x.query("format").equals("old")) {
      throw Refusal.url("format");
    }
  }

  private static Reply clientConfig(Exchange x) {
    oldFormat(x, "api.config.client.old_format.app_error");
    return Reply.json(200, ClientConfig.of(x.world(), ClientConfig.signedIn(x)));
  }

  private static Reply clientLicence(Exchange x) {
    oldFormat(x, "api.license.client.old_format.app_error");
    Map<String, String> json = new LinkedHashMap<>();
    json.put("IsLicensed", String.valueOf(x.world().licence != null));
    if (x.world().licence != null) {
      json.put("SkuShortName", x.world().licence);
      json.put("Users", "1000");
      json.put("ExpiresAt", "4102444800000");
    }
    return Reply.json(200, json);
  }

  private static Reply limits(Exchange x) {
    if (x.world().profile.before(9, 5)) {
      throw Refusal.noRoute();
    }
    UserLimit limit = UserLimit.of(x.world());
    boolean told = x.administrator();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("maxUsersLimit", told ? limit.warned() : 0);
    json.put("maxUsersHardLimit", told ? limit.refused() : 0);
    json.put("activeUserCount", told ? x.world().activeUsers() : 0);
    json.put("singleChannelGuestCount", 0);
    json.put("singleChannelGuestLimit", 0);
    json.put("postHistoryLimit", 0);
    json.put("lastAccessiblePostTime", 0);
    return Reply.json(200, json);
  }

  private static Reply schemaVersion(Exchange x) {
    if (x.world().profile.before(6, 0)) {
      throw Refusal.noRoute();
    }
    x.administratorOnly();
    return Reply.json(
        200,
        List.of(
            Map.of("version", 1, "name", "create_teams"),
            Map.of("version", 2, "name", "create_team_members")));
  }

  /** Newest lines last, as in the file. */
  private static Reply logs(Exchange x) {
    x.administratorOnly();
    int page = x.page();
    int size = Math.min(x.number("logs_per_page", 10_000), 10_000);
    List<String> log = x.world().log;
    int to = Math.max(0, log.size() - page * size);
    return Reply.json(200, List.copyOf(log.subList(Math.max(0, to - size), to)));
  }
}
