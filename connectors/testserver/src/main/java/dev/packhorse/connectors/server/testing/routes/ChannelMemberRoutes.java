package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Member;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is in a channel. */
final class ChannelMemberRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_BATCH = 1000;

  private ChannelMemberRoutes() {}

  static void add(RouteTable routes) {
    routes.both("GET /channels/{channel_id}/members", ChannelMemberRoutes::list);
    routes.both("POST /channels/{channel_id}/members", ChannelMemberRoutes::add);
    routes.both("DELETE /channels/{channel_id}/members/{user_id}", ChannelMemberRoutes::remove);
    routes.remote("GET /users/{user_id}/channel_members", ChannelMemberRoutes::ofUser);
  }

  private static Reply list(Exchange x) {
    Channel channel = ChannelRoutes.channel(x);
    List<Member> members = List.copyOf(channel.members.values());
    return Reply.json(200, x.page(members).stream().map(m -> view(x, channel, m)).toList());
  }

  private static Map<String, Object> view(Exchange x, Channel channel, Member member) {
    return member.ofChannel(channel, member.user == x.me());
  }

  private static Reply add(Exchange x) {
    Channel channel = ChannelRoutes.channel(x);
    JsonNode said = x.object("member");
    if (channel.direct()) {
      throw new Refusal(400, "api.channel.add_user_to_channel.type.app_error");
    }
    List<String> ids = new ArrayList<>();
    said.path("user_ids").forEach(id -> ids.add(id.asText()));
    boolean many = !ids.isEmpty() && x.world().profile.since(10, 0);
    if (!many) {
      ids.clear();
      ids.add(said.path("user_id").asText());
    }
    if (ids.size() > LARGEST_BATCH) {
      throw Refusal.body("user_ids");
    }
    List<Map<String, Object>> added = ids.stream().map(id -> added(x, channel, id)).toList();
    return Reply.json(201, many ? added : added.get(0));
  }

  private static Map<String, Object> added(Exchange x, Channel channel, String id) {
    User user = x.user(id);
    if (!channel.team.members.containsKey(user.id)) {
      throw new Refusal(404, "app.team.get_member.missing.app_error", "Not in the team.");
    }
    if (!channel.members.containsKey(user.id)) {
      channel.with(user);
    }
    return view(x, channel, channel.members.get(user.id));
  }

  private static Reply remove(Exchange x) {
    Channel channel = ChannelRoutes.channel(x);
    if (channel.members.remove(x.user().id) == null) {
      throw new Refusal(404, "app.channel.get_member.missing.app_error", "No such member.");
    }
    return Reply.ok();
  }

  /** Page −1 means all, one object a line and no array around them. */
  private static Reply ofUser(Exchange x) throws JsonProcessingException {
    User user = x.user();
    x.selfOrAdministrator(user);
    List<Map<String, Object>> all =
        x.world().channels.values().stream()
            .filter(channel -> channel.members.containsKey(user.id))
            .map(channel -> view(x, channel, channel.members.get(user.id)))
            .toList();
    if (!x.query("page").equals("-1")) {
      return Reply.json(200, x.page(all));
    }
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> member : all) {
      lines.append(JSON.writeValueAsString(member)).append('\n');
    }
    return Reply.text(200, "application/x-ndjson", lines.toString());
  }
}
