package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.DIRECT_POST_FLAGGER_UNKNOWN;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_POST_MEMBERS_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_POST_MEMBERS_TOO_FEW;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_POST_MEMBERS_TOO_MANY;
import static dev.packhorse.formats.schema.Pointers.ROOT;

import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.problem.Findings;
import java.util.List;

/** V-DPOST-01 to V-DPOST-13, A-DPOST-02. */
final class DirectPostRules {
  private static final String BASE = "/direct_post";
  private static final String MEMBERS = "/direct_post/channel_members";

  private final MessageRules messages;
  private final ThreadRules threads;

  DirectPostRules(MessageRules messages, ThreadRules threads) {
    this.messages = messages;
    this.threads = threads;
  }

  void check(DirectPost post, Findings out) {
    members(post.channelMembers(), out);
    flaggers(post, out);
    messages.text(BASE, ROOT, post.user(), post.message(), out);
    messages.time(BASE, ROOT, post.createAt(), out);
    messages.type(BASE, ROOT, post.type(), out);
    messages.props(BASE, ROOT, post.props(), out);
    ReactionRules.check(BASE, ROOT, post.reactions(), post.createAt(), null, out);
    AttachmentRules.check(BASE, ROOT, post.attachments(), out);
    threads.replies(BASE, post.replies(), post.createAt(), out);
    threads.followers(BASE, post.threadFollowers(), out);
  }

  private static void members(List<String> members, Findings out) {
    if (members == null) {
      out.report(DIRECT_POST_MEMBERS_MISSING, MEMBERS);
    } else if (members.size() < 2) {
      out.report(DIRECT_POST_MEMBERS_TOO_FEW, MEMBERS, members.size());
    } else if (members.size() > 8) {
      out.report(DIRECT_POST_MEMBERS_TOO_MANY, MEMBERS, members.size());
    } else {
      DirectChannelRules.distinct(members, MEMBERS, out);
    }
  }

  private static void flaggers(DirectPost post, Findings out) {
    List<String> flaggers = post.flaggedBy();
    // Of a list that is too long anyway nothing more is told.
    if (flaggers == null || post.channelMembers() == null || post.channelMembers().size() > 8) {
      return;
    }
    for (int i = 0; i < flaggers.size(); i++) {
      if (!post.channelMembers().contains(flaggers.get(i))) {
        out.report(DIRECT_POST_FLAGGER_UNKNOWN, "/direct_post/flagged_by/" + i, flaggers.get(i));
      }
    }
  }
}
