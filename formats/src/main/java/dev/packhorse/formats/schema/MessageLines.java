package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.Pointers.ROOT;

import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import dev.packhorse.formats.schema.Definition.ChannelName;
import dev.packhorse.formats.schema.Definition.TeamName;
import java.util.List;

/**
 * Lines of messages and direct channels, against all that came before: A-POST-01 to A-POST-03,
 * A-POST-08, A-POST-10, A-REPLY-01, A-DCHAN-01, A-DPOST-01. Runs for every message and allocates
 * nothing in the good case.
 */
final class MessageLines {
  private static final String POST = "/post";
  private static final String DIRECT_POST = "/direct_post";

  private final References references;
  private final FileUse files;
  private final FileNotes notes;
  private final MessageIndex index;
  private final boolean participantsKnown;

  MessageLines(
      TargetProfile target,
      References references,
      FileUse files,
      FileNotes notes,
      MessageIndex index) {
    this.references = references;
    this.files = files;
    this.notes = notes;
    this.index = index;
    participantsKnown = target.version().atLeast(10, 1);
  }

  void post(Post post, Line line) {
    TeamName team = references.team(post.team());
    if (team == null) {
      references.missingTeam(post.team(), line, "/post/team");
    }
    ChannelName channel = References.channel(team, post.channel());
    if (team != null && channel == null && post.channel() != null) {
      References.missingChannel(team, post.team(), post.channel(), line, "/post/channel");
    }
    user(post.user(), line, POST, ROOT);
    users(post.flaggedBy(), line, POST, ROOT, "/flagged_by");
    reactions(post.reactions(), line, POST, ROOT);
    replies(post.replies(), line, POST);
    followers(post.threadFollowers(), line, POST);
    files.post(post.attachments(), post.replies(), line);
    if (!line.refused()) {
      notes.message(post.type(), post.replies(), post.threadFollowers(), line);
      if (channel != null) {
        index.post(post, channel.hash, line);
      }
    }
  }

  void directPost(DirectPost post, Line line) {
    users(post.channelMembers(), line, DIRECT_POST, ROOT, "/channel_members");
    user(post.user(), line, DIRECT_POST, ROOT);
    users(post.flaggedBy(), line, DIRECT_POST, ROOT, "/flagged_by");
    reactions(post.reactions(), line, DIRECT_POST, ROOT);
    replies(post.replies(), line, DIRECT_POST);
    followers(post.threadFollowers(), line, DIRECT_POST);
    files.directPost(post.attachments(), post.replies(), line);
    if (!line.refused()) {
      notes.message(post.type(), post.replies(), post.threadFollowers(), line);
      index.directPost(post, line);
    }
  }

  void directChannel(DirectChannel channel, Line line) {
    boolean byParticipants = participantsKnown && channel.participants() != null;
    if (byParticipants) {
      for (int i = 0; i < channel.participants().size(); i++) {
        String name = channel.participants().get(i).username();
        if (!references.isUser(name)) {
          String pointer = "/direct_channel/participants/" + i + "/username";
          references.missingUser(name, line, pointer);
        }
      }
    } else {
      users(channel.members(), line, "/direct_channel", ROOT, "/members");
    }
    List<String> names = DirectChannelRules.names(channel, byParticipants);
    if (names != null && !line.refused()) {
      index.directChannel(names, line);
    }
  }

  private void replies(List<Reply> replies, Line line, String base) {
    if (replies == null) {
      return;
    }
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      user(reply.user(), line, base, i);
      users(reply.flaggedBy(), line, base, i, "/flagged_by");
      reactions(reply.reactions(), line, base, i);
    }
  }

  private void user(String name, Line line, String base, int reply) {
    if (!references.isUser(name)) {
      references.missingUser(name, line, Pointers.at(base, reply, "/user"));
    }
  }

  private void users(List<String> names, Line line, String base, int reply, String list) {
    if (names == null) {
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!references.isUser(names.get(i))) {
        references.missingUser(names.get(i), line, Pointers.at(base, reply, list, i, ""));
      }
    }
  }

  private void reactions(List<Reaction> reactions, Line line, String base, int reply) {
    if (reactions == null) {
      return;
    }
    for (int i = 0; i < reactions.size(); i++) {
      Reaction reaction = reactions.get(i);
      if (!references.isFoldedUser(reaction.user())) {
        String pointer = Pointers.at(base, reply, "/reactions", i, "/user");
        references.missingFoldedUser(reaction.user(), line, pointer);
      }
      if (reaction.emojiName() != null && !notes.isSystemEmoji(reaction.emojiName())) {
        String pointer = Pointers.at(base, reply, "/reactions", i, "/emoji_name");
        notes.emojiUsed(reaction.emojiName(), line, pointer);
      }
    }
  }

  private void followers(List<ThreadFollower> followers, Line line, String base) {
    if (followers == null || !participantsKnown) {
      return;
    }
    for (int i = 0; i < followers.size(); i++) {
      String name = followers.get(i).user();
      if (!Texts.isEmpty(name) && !references.isFoldedUser(name)) {
        String pointer = base + "/thread_followers/" + i + "/user";
        references.missingFoldedUser(name, line, pointer);
      }
    }
  }
}
