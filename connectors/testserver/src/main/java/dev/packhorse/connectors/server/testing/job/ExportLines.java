package dev.packhorse.connectors.server.testing.job;

import static dev.packhorse.connectors.server.testing.job.ExportPosts.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Emoji;
import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.Member;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of an export, in the order of the real one; counters tell rows read, not lines. */
final class ExportLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final World world;
  private final Job job;
  private final boolean archived;
  private final boolean attachments;
  private final ExportPosts posts;
  private final StringBuilder text = new StringBuilder();

  ExportLines(World world, Job job) {
    this.world = world;
    this.job = job;
    boolean options = world.profile.since(6, 0);
    this.archived = options && "true".equals(job.get("include_archived_channels"));
    this.attachments = "true".equals(job.get("include_attachments"));
    this.posts = new ExportPosts(attachments || world.profile.since(11, 0));
  }

  String text() throws JsonProcessingException {
    text.append("{\"type\":\"version\",\"version\":1}\n");
    for (Team team : world.teams.values()) {
      if (team.deleteAt == 0) {
        add("team", team(team));
      }
    }
    for (Channel channel : world.channels.values()) {
      if (!channel.direct() && shown(channel)) {
        add("channel", channel(channel));
      }
    }
    for (User user : world.users.values()) {
      if (!user.bot || world.profile.before(10, 3)) {
        add("user", user(user));
      }
    }
    bots();
    posts(false);
    emoji();
    for (Channel channel : world.channels.values()) {
      if (channel.direct()) {
        add("direct_channel", map("members", names(channel), "header", channel.header));
      }
    }
    posts(true);
    if (world.profile.since(7, 8)) {
      counters();
    }
    return text.toString();
  }

  /** Since 10.3 they have lines of their own. */
  private void bots() throws JsonProcessingException {
    for (User bot : world.users.values()) {
      if (bot.bot && world.profile.since(10, 3)) {
        User owner = world.users.get(bot.botOwner);
        add(
            "bot",
            map(
                "username",
                bot.username,
                "owner",
                owner == null ? bot.botOwner : owner.username,
                "display_name",
                bot.firstName,
                "description",
                bot.botDescription,
                "delete_at",
                bot.deleteAt));
      }
    }
  }

  private void emoji() throws JsonProcessingException {
    for (Emoji emoji : world.emoji.values()) {
      add("emoji", map("name", emoji.name(), "image", ExportPosts.path(emoji)));
    }
  }

  private boolean shown(Channel channel) {
    return (channel.deleteAt == 0 || archived) && (channel.direct() || channel.team.deleteAt == 0);
  }

  private void posts(boolean direct) throws JsonProcessingException {
    for (Channel channel : world.channels.values()) {
      for (Post post : channel.posts) {
        if (channel.direct() == direct
            && shown(channel)
            && post.deleteAt == 0
            && post.rootId.isEmpty()) {
          Map<String, Object> json = posts.post(post);
          if (direct) {
            json.put("channel_members", names(channel));
          } else {
            json.put("team", channel.team.name);
            json.put("channel", channel.name);
          }
          json.put("replies", posts.replies(post));
          add(direct ? "direct_post" : "post", json);
        }
      }
    }
  }

  /** As many times as a direct message has ends: with oneself the name stands twice. */
  private static List<String> names(Channel channel) {
    List<String> names = new ArrayList<>();
    channel.members.values().forEach(member -> names.add(member.user.username));
    if (names.size() == 1) {
      names.add(names.get(0));
    }
    return names;
  }

  private static Map<String, Object> team(Team team) {
    return map(
        "name",
        team.name,
        "display_name",
        team.displayName,
        "type",
        team.type,
        "description",
        team.description,
        "allow_open_invite",
        team.allowOpenInvite);
  }

  private static Map<String, Object> channel(Channel channel) {
    return map(
        "team",
        channel.team.name,
        "name",
        channel.name,
        "display_name",
        channel.displayName,
        "type",
        channel.type,
        "header",
        channel.header,
        "purpose",
        channel.purpose,
        "deleted_at",
        channel.deleteAt);
  }

  private Map<String, Object> user(User user) {
    List<Object> teams = new ArrayList<>();
    for (Team team : world.teams.values()) {
      Member member = team.members.get(user.id);
      if (member != null && team.deleteAt == 0) {
        teams.add(map("name", team.name, "roles", "team_user", "channels", channels(team, user)));
      }
    }
    return map(
        "username",
        user.username,
        "email",
        user.email,
        "auth_service",
        user.authService.isEmpty() ? null : user.authService,
        "auth_data",
        user.authData,
        "nickname",
        user.nickname,
        "first_name",
        user.firstName,
        "last_name",
        user.lastName,
        "position",
        user.position,
        "roles",
        user.roles,
        "locale",
        user.locale,
        "delete_at",
        user.deleteAt,
        "teams",
        teams);
  }

  private List<Object> channels(Team team, User user) {
    List<Object> channels = new ArrayList<>();
    for (Channel channel : world.channels.values()) {
      if (channel.team == team && shown(channel) && channel.members.containsKey(user.id)) {
        channels.add(map("name", channel.name, "roles", "channel_user"));
      }
    }
    return channels;
  }

  /** Rows read, deleted ones and archived channels included, replies not. */
  private void counters() {
    count("teams_exported", world.teams.size());
    count("channels_exported", world.channels.values().stream().filter(c -> !c.direct()).count());
    count("users_exported", world.users.size());
    count("posts_exported", roots(false));
    count(
        "direct_channels_exported",
        world.channels.values().stream().filter(Channel::direct).count());
    count("direct_posts_exported", roots(true));
    count("bots_exported", world.users.values().stream().filter(u -> u.bot).count());
    count("emojis_exported", world.emoji.size());
    if (attachments) {
      count("attachments_exported", world.files.size());
    }
  }

  private long roots(boolean direct) {
    return world.posts.values().stream()
        .filter(post -> post.rootId.isEmpty() && post.channel.direct() == direct)
        .count();
  }

  private void count(String name, long rows) {
    if (rows > 0) {
      job.put(name, String.valueOf(rows));
    }
  }

  private void add(String type, Map<String, Object> payload) throws JsonProcessingException {
    text.append(JSON.writeValueAsString(map("type", type, type, payload))).append('\n');
  }
}
