package dev.packhorse.engine.run;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.ThreadFollower;
import dev.packhorse.formats.model.User;
import java.util.List;

/** What the balance sheet counts: records, and what is nested in them. */
public enum Kind {
  RECORDS("records"),
  REPLIES("replies"),
  REACTIONS("reactions"),
  ATTACHMENTS("attachments"),
  FOLLOWERS("thread followers"),
  SAVED("saved posts"),
  TEAM_MEMBERSHIPS("team memberships"),
  CHANNEL_MEMBERSHIPS("channel memberships"),
  MEMBERS("members");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Adds what a record holds to counts that are indexed by ordinal. */
  static void count(BulkRecord record, long[] counts) {
    counts[RECORDS.ordinal()]++;
    if (record instanceof Post post) {
      message(post.reactions(), post.attachments(), post.flaggedBy(), counts);
      thread(post.replies(), post.threadFollowers(), counts);
    } else if (record instanceof DirectPost post) {
      message(post.reactions(), post.attachments(), post.flaggedBy(), counts);
      thread(post.replies(), post.threadFollowers(), counts);
    } else if (record instanceof User user) {
      memberships(user.teams(), counts);
    } else if (record instanceof DirectChannel channel) {
      List<?> members = channel.participants() == null ? channel.members() : channel.participants();
      counts[MEMBERS.ordinal()] += size(members);
    }
  }

  private static void thread(List<Reply> replies, List<ThreadFollower> followers, long[] counts) {
    counts[REPLIES.ordinal()] += size(replies);
    counts[FOLLOWERS.ordinal()] += size(followers);
    for (int i = 0; i < size(replies); i++) {
      Reply reply = replies.get(i);
      message(reply.reactions(), reply.attachments(), reply.flaggedBy(), counts);
    }
  }

  private static void message(
      List<Reaction> reactions, List<Attachment> attachments, List<String> saved, long[] counts) {
    counts[REACTIONS.ordinal()] += size(reactions);
    counts[ATTACHMENTS.ordinal()] += size(attachments);
    counts[SAVED.ordinal()] += size(saved);
  }

  private static void memberships(List<TeamMembership> teams, long[] counts) {
    counts[TEAM_MEMBERSHIPS.ordinal()] += size(teams);
    for (int i = 0; i < size(teams); i++) {
      counts[CHANNEL_MEMBERSHIPS.ordinal()] += size(teams.get(i).channels());
    }
  }

  private static int size(List<?> list) {
    return list == null ? 0 : list.size();
  }
}
