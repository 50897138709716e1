package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Channel;
import dev.packhorse.connectors.server.testing.state.Directs;
import dev.packhorse.connectors.server.testing.state.Post;
import dev.packhorse.connectors.server.testing.state.Team;
import dev.packhorse.connectors.server.testing.state.User;
import dev.packhorse.connectors.server.testing.state.World;
import java.util.ArrayList;
import java.util.List;

/** Posts, found again by channel, time and exact text (rest-api reference 2.7). */
final class ImportPosts {
  private static final int LARGEST_GROUP = 8;

  private final World world;
  private final ImportFiles files;
  private final List<String> warnings;

  ImportPosts(World world, ImportFiles files, List<String> warnings) {
    this.world = world;
    this.files = files;
    this.warnings = warnings;
  }

  void post(Line line) throws JobError {
    String teamName = line.needed("team");
    String channelName = line.needed("channel");
    Team team = world.teamNamed(teamName);
    if (team == null) {
      throw JobError.at(0, "Unable to find the team \"" + teamName + "\".");
    }
    Channel channel = world.channelNamed(team, channelName);
    if (channel == null) {
      throw JobError.at(0, "Unable to find the channel \"" + channelName + "\".");
    }
    withReplies(line, channel);
  }

  void directPost(Line line) throws JobError {
    withReplies(line, Directs.channel(world, users(line.texts("channel_members"))));
  }

  void directChannel(Line line) throws JobError {
    List<String> names = new ArrayList<>();
    for (Line participant : line.objects("participants")) {
      names.add(participant.needed("username"));
    }
    if (names.isEmpty()) {
      names = line.texts("members");
    }
    if (names.size() < 2 || names.size() > LARGEST_GROUP) {
      // Logged and left out; the import goes on.
      warnings.add("line " + line.number() + ": direct channel with " + names.size() + " members");
      return;
    }
    Channel channel = Directs.channel(world, users(names));
    channel.header = line.text("header", channel.header);
  }

  private List<User> users(List<String> names) throws JobError {
    List<User> users = new ArrayList<>();
    for (String name : names) {
      users.add(user(name));
    }
    return users;
  }

  /** Looked up for a whole batch, so the line is not told. */
  private User user(String name) throws JobError {
    User user = ImportLines.user(world, name);
    if (user == null) {
      throw JobError.at(0, "Some users not found.");
    }
    return user;
  }

  private void withReplies(Line line, Channel channel) throws JobError {
    Post root = one(line, channel, null);
    for (Line reply : line.objects("replies")) {
      one(reply, channel, root);
    }
    for (Line follower : line.objects("thread_followers")) {
      User user = world.userNamed(follower.needed("user"));
      if (user != null && !root.followers.contains(user.id)) {
        root.followers.add(user.id);
      }
    }
  }

  private Post one(Line line, Channel channel, Post root) throws JobError {
    User author = user(line.needed("user"));
    String message = line.needed("message");
    long at = line.number("create_at", 0);
    if (at == 0) {
      throw line.invalid("Post CreateAt property must not be zero.");
    }
    if (message.codePointCount(0, message.length()) > world.maxPostSize) {
      throw line.invalid("Post Message property is longer than the maximum permitted length.");
    }
    String rootId = root == null ? "" : root.id;
    Post post =
        channel.posts.stream()
            .filter(p -> p.createAt == at && p.message.equals(message) && p.rootId.equals(rootId))
            .findFirst()
            .orElse(null);
    if (post == null) {
      post = world.addPost(channel, author, message).at(at);
      post.rootId = rootId;
    }
    post.type = line.text("type", post.type);
    post.editAt = line.number("edit_at", post.editAt);
    post.pinned = line.flag("is_pinned", post.pinned);
    if (line.payload().path("props").isObject()) {
      post.props = line.payload().path("props");
    }
    reactions(line, post);
    for (Line attachment : line.objects("attachments")) {
      files.attachment(attachment, post);
    }
    return post;
  }

  private void reactions(Line line, Post post) throws JobError {
    for (Line reaction : line.objects("reactions")) {
      User user = world.userNamed(reaction.needed("user"));
      String emoji = reaction.needed("emoji_name");
      long at = reaction.number("create_at", 0);
      if (user == null) {
        throw line.invalid("Error importing reaction. User could not be found.");
      }
      if (at == 0 || at < post.createAt) {
        throw line.invalid("Reaction CreateAt property must be greater than the parent post.");
      }
      boolean known =
          post.reactions.stream().anyMatch(r -> r.user() == user && r.emojiName().equals(emoji));
      if (!known) {
        post.reaction(user, emoji, at);
      }
    }
  }
}
