package dev.packhorse.engine.transform;

import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import java.util.List;
import java.util.Locale;

/**
 * Writes references in lower case: servers fold the names of what they define but not those that
 * refer to it (bulk-format reference 3.2, T-12).
 */
final class References {

  Post mend(Post post, Findings out) {
    Lowering names = new Lowering(out);
    String team = names.lower(post.team(), "/post/team");
    String channel = names.lower(post.channel(), "/post/channel");
    String user = names.lower(post.user(), "/post/user");
    List<String> flaggedBy = names.lowerAll(post.flaggedBy(), "/post/flagged_by");
    List<Reply> replies = replies(post.replies(), names, "/post/replies");
    return names.changed ? Copies.of(post, team, channel, user, flaggedBy, replies) : post;
  }

  DirectPost mend(DirectPost post, Findings out) {
    Lowering names = new Lowering(out);
    List<String> members = names.lowerAll(post.channelMembers(), "/direct_post/channel_members");
    String user = names.lower(post.user(), "/direct_post/user");
    List<String> flaggedBy = names.lowerAll(post.flaggedBy(), "/direct_post/flagged_by");
    List<Reply> replies = replies(post.replies(), names, "/direct_post/replies");
    return names.changed ? Copies.of(post, members, user, flaggedBy, replies) : post;
  }

  private static List<Reply> replies(List<Reply> replies, Lowering names, String pointer) {
    return names.each(
        replies,
        pointer,
        (reply, at) -> {
          String user = names.lower(reply.user(), at + "/user");
          List<String> flaggedBy = names.lowerAll(reply.flaggedBy(), at + "/flagged_by");
          return user == reply.user() && flaggedBy == reply.flaggedBy()
              ? reply
              : Copies.of(reply, user, flaggedBy);
        });
  }

  DirectChannel mend(DirectChannel channel, Findings out) {
    Lowering names = new Lowering(out);
    List<String> members = names.lowerAll(channel.members(), "/direct_channel/members");
    List<Participant> participants =
        names.each(
            channel.participants(),
            "/direct_channel/participants",
            (participant, at) -> {
              String name = names.lower(participant.username(), at + "/username");
              return name == participant.username() ? participant : Copies.of(participant, name);
            });
    List<String> favoritedBy =
        names.lowerAll(channel.favoritedBy(), "/direct_channel/favorited_by");
    List<String> shownBy = names.lowerAll(channel.shownBy(), "/direct_channel/shown_by");
    return names.changed
        ? new DirectChannel(
            members, participants, favoritedBy, shownBy, channel.header(), channel.layout())
        : channel;
  }

  User mend(User user, Findings out) {
    Lowering names = new Lowering(out);
    List<TeamMembership> teams =
        names.each(
            user.teams(),
            "/user/teams",
            (team, at) -> {
              String name = names.lower(team.name(), at + "/name");
              List<ChannelMembership> channels = channels(team.channels(), names, at + "/channels");
              return name == team.name() && channels == team.channels()
                  ? team
                  : new TeamMembership(name, team.roles(), team.theme(), channels, team.layout());
            });
    return names.changed ? Copies.of(user, user.profileImage(), teams) : user;
  }

  private static List<ChannelMembership> channels(
      List<ChannelMembership> channels, Lowering names, String pointer) {
    return names.each(
        channels,
        pointer,
        (channel, at) -> {
          String name = names.lower(channel.name(), at + "/name");
          return name == channel.name() ? channel : Copies.of(channel, name);
        });
  }

  /** Lowers texts and remembers whether anything changed. */
  private static final class Lowering extends Changes {
    Lowering(Findings out) {
      super(out);
    }

    String lower(String name, String pointer) {
      if (name == null) {
        return null;
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals(name)) {
        return name;
      }
      report(Repair.REFERENCE_LOWERED, pointer, name, lower);
      return lower;
    }

    List<String> lowerAll(List<String> names, String pointer) {
      return each(names, pointer, this::lower);
    }
  }
}
