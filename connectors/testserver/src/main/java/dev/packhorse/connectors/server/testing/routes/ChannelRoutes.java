package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Channels of teams (rest-api reference 4.1 and 4.2). */
final class ChannelRoutes {
  private ChannelRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /channels", ChannelRoutes::list);
    routes.both("POST /channels", ChannelRoutes::create);
    DirectRoutes.add(routes);
    routes.both("GET /channels/{channel_id}", x -> Reply.json(200, channel(x).json()));
    routes.both("DELETE /channels/{channel_id}", ChannelRoutes::delete);
    routes.both("POST /channels/{channel_id}/restore", ChannelRoutes::restore);
    routes.both("GET /teams/{team_id}/channels", x -> ofTeam(x, c -> open(c) && c.deleteAt == 0));
    routes.both("GET /teams/{team_id}/channels/private", ChannelRoutes::closedOfTeam);
    routes.both("GET /teams/{team_id}/channels/deleted", x -> ofTeam(x, c -> c.deleteAt > 0));
    routes.both("GET /teams/{team_id}/channels/name/{name}", ChannelRoutes::named);
    ChannelMemberRoutes.add(routes);
  }

  /** The channel of the path, if the caller may read it. */
  static Channel channel(Exchange x) {
    return visible(x, x.world().channels.get(x.variable("channel_id")));
  }

  private static Channel visible(Exchange x, Channel channel) {
    if (channel == null) {
      throw new Refusal(404, "app.channel.get.existing.app_error", "Unable to find the channel.");
    }
    boolean member = x.me() != null && channel.members.containsKey(x.me().id);
    boolean open = open(channel) && x.me() != null && channel.team.members.containsKey(x.me().id);
    if (!x.administrator() && !member && !open) {
      throw Refusal.permissions();
    }
    return channel;
  }

  private static boolean open(Channel channel) {
    return channel.type.equals("O");
  }

  /** Direct and group messages are never among them. */
  private static Reply list(Exchange x) {
    x.administratorOnly();
    boolean deleted = x.asked("include_deleted");
    List<Channel> all =
        x.world().channels.values().stream()
            .filter(c -> !c.direct() && (deleted || c.deleteAt == 0))
            .sorted(Comparator.comparing(c -> c.displayName))
            .toList();
    List<Map<String, Object>> page = x.page(all).stream().map(ChannelRoutes::withTeam).toList();
    if (!x.asked("include_total_count")) {
      return Reply.json(200, page);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("channels", page);
    json.put("total_count", all.size());
    return Reply.json(200, json);
  }

  private static Map<String, Object> withTeam(Channel channel) {
    Map<String, Object> json = channel.json();
    json.put("team_display_name", channel.team.displayName);
    json.put("team_name", channel.team.name);
    json.put("team_update_at", channel.team.updateAt);
    return json;
  }

  private static Reply create(Exchange x) {
    World world = x.world();
    JsonNode said = x.object("channel");
    Team team = world.teams.get(said.path("team_id").asText());
    String name = said.path("name").asText();
    if (team == null) {
      throw Refusal.body("team_id");
    }
    if (!x.administrator() && !team.members.containsKey(x.me().id)) {
      throw Refusal.permissions();
    }
    if (!name.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
      throw new Refusal(400, "model.channel.is_valid.1_or_more.app_error", "Invalid name.");
    }
    if (!said.path("type").asText().matches("[OP]")) {
      throw new Refusal(400, "model.channel.is_valid.type.app_error", "Invalid type.");
    }
    if (world.channelNamed(team, name) != null) {
      throw new Refusal(400, "store.sql_channel.save_channel.exists.app_error", "Name taken.");
    }
    long present = world.channels.values().stream().filter(c -> c.team == team).count();
    if (present >= world.config.number("TeamSettings.MaxChannelsPerTeam")) {
      throw new Refusal(400, "api.channel.create_channel.max_channel_limit.app_error", "Too many.");
    }
    Channel channel = world.addChannel(team, name, said.path("type").asText());
    channel.displayName = said.path("display_name").asText(name);
    channel.header = said.path("header").asText();
    channel.purpose = said.path("purpose").asText();
    if (x.me() != null) {
      channel.creatorId = x.me().id;
      channel.with(x.me());
    }
    return Reply.json(201, channel.json());
  }

  private static Reply delete(Exchange x) {
    Channel channel = channel(x);
    if (!x.asked("permanent")) {
      channel.deleteAt = x.world().now();
      return Reply.ok();
    }
    if (!x.local() && !x.world().config.on("ServiceSettings.EnableAPIChannelDeletion")) {
      throw new Refusal(401, "api.user.delete_channel.not_enabled.app_error");
    }
    x.administratorOnly();
    x.world().posts.values().removeIf(post -> post.channel == channel);
    x.world().channels.remove(channel.id);
    return Reply.ok();
  }

  private static Reply restore(Exchange x) {
    Channel channel = channel(x);
    channel.deleteAt = 0;
    return Reply.json(200, channel.json());
  }

  private static Reply closedOfTeam(Exchange x) {
    x.administratorOnly();
    return ofTeam(x, c -> c.type.equals("P") && c.deleteAt == 0);
  }

  private static Reply ofTeam(Exchange x, Predicate<Channel> wanted) {
    Team team = TeamRoutes.team(x);
    List<Channel> all =
        x.world().channels.values().stream()
            .filter(c -> c.team == team && wanted.test(c))
            .sorted(Comparator.comparing(c -> c.displayName))
            .toList();
    return Reply.json(200, x.page(all).stream().map(Channel::json).toList());
  }

  private static Reply named(Exchange x) {
    Channel channel = x.world().channelNamed(TeamRoutes.team(x), x.variable("name"));
    boolean shown = channel != null && (channel.deleteAt == 0 || x.asked("include_deleted"));
    return Reply.json(200, visible(x, shown ? channel : null).json());
  }
}
