package dev.packhorse.connectors.server.testing.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Imported;
import dev.packhorse.connectors.server.testing.state.Profile;
import dev.packhorse.connectors.server.testing.state.ServerLog;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/** Writes lines into the world, as far as later reads can tell. */
final class ImportLines {
  private final World world;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final ImportUsers users;
  private final ImportPosts posts;
  private final ImportFiles files;
  private String segment = "";

  ImportLines(World world, ZipFile zip) {
    this.world = world;
    this.files = new ImportFiles(world, zip, warnings);
    this.users = new ImportUsers(world, files);
    this.posts = new ImportPosts(world, files, warnings);
  }

  Imported imported(String sha256) {
    return new Imported(sha256, counts, users.reset(), warnings);
  }

  void take(long number, JsonNode envelope) throws JobError {
    String type = envelope.path("type").asText();
    if (!known(type)) {
      throw JobError.at(number, "Import data line has unknown type \"" + type + "\".");
    }
    JsonNode payload = envelope.path(type);
    if (payload.isMissingNode() || payload.isNull()) {
      throw JobError.at(
          number,
          "Import data line has type \"" + type + "\" but the " + type + " object is null.");
    }
    if (!payload.isObject()) {
      throw JobError.at(number, "JSON decode of line failed., " + type + " is no object");
    }
    newSegment(type);
    Line line = new Line(number, type, payload);
    switch (type) {
      case "team" -> team(line);
      case "channel" -> channel(line);
      case "user" -> users.user(line);
      case "bot" -> users.bot(line);
      case "emoji" -> files.emoji(line);
      case "post" -> posts.post(line);
      case "direct_channel" -> posts.directChannel(line);
      case "direct_post" -> posts.directPost(line);
      default -> line.needed("name");
    }
    counts.merge(type, 1, Integer::sum);
  }

  /** All that shows from outside how far an import is. */
  private void newSegment(String type) {
    if (!type.equals(segment)) {
      ServerLog.line(
          world,
          "info",
          "Starting workers for new segment",
          "old_segment",
          segment,
          "new_segment",
          type);
      segment = type;
    }
  }

  private boolean known(String type) {
    Profile profile = world.profile;
    return switch (type) {
      case "scheme", "team", "channel", "user", "post", "emoji", "direct_channel", "direct_post" ->
          true;
      case "role" -> profile.since(9, 8);
      case "bot" -> profile.since(10, 3);
      default -> false;
    };
  }

  private void team(Line line) throws JobError {
    String name = line.needed("name").toLowerCase(Locale.ROOT);
    String title = line.needed("display_name");
    String type = line.needed("type");
    if (!name.matches("[a-z][a-z0-9-]*[a-z0-9]")) {
      throw line.invalid("Team name contains invalid characters.");
    }
    if (!type.matches("[OI]")) {
      throw line.invalid("Team type is not valid.");
    }
    Team present = world.teamNamed(name);
    Team team = present != null ? present : world.addTeam(name);
    team.displayName = title;
    team.type = type;
    team.description = line.text("description", team.description);
    team.allowOpenInvite = line.flag("allow_open_invite", team.allowOpenInvite);
    team.updateAt = world.now();
  }

  private void channel(Line line) throws JobError {
    String teamName = line.needed("team").toLowerCase(Locale.ROOT);
    String name = line.needed("name").toLowerCase(Locale.ROOT);
    String type = line.needed("type");
    if (!type.matches("[OP]")) {
      throw line.invalid("Channel type is not valid.");
    }
    Team team = world.teamNamed(teamName);
    if (team == null) {
      throw line.invalid(
          "Error importing channel. Team with name \"" + teamName + "\" could not be found.");
    }
    Channel channel = world.channelNamed(team, name);
    if (channel == null) {
      long present = world.channels.values().stream().filter(c -> c.team == team).count();
      if (present >= world.config.number("TeamSettings.MaxChannelsPerTeam")) {
        throw line.invalid("Cannot create more channels for the current team.");
      }
      channel = world.addChannel(team, name, type);
    }
    channel.type = type;
    channel.displayName = line.text("display_name", name);
    channel.header = line.text("header", channel.header);
    channel.purpose = line.text("purpose", channel.purpose);
    long deleted = line.number("deleted_at", 0);
    channel.deleteAt = deleted > 0 ? deleted : channel.deleteAt;
  }

  /** Null if the name is not one of an account. */
  static User user(World world, String name) {
    return name.equals(name.toLowerCase(Locale.ROOT)) ? world.userNamed(name) : null;
  }
}
