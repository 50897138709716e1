package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.FOLLOWER_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.FOLLOWER_USER_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.REPLY_CREATE_AT_BEFORE_ROOT;
import static dev.packhorse.formats.schema.MessageProblem.REPLY_CREATE_AT_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.THREAD_REPLIES_TOO_MANY;

import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** V-REPLY-01 to V-REPLY-09, V-FOLLOW-02, A-POST-11, A-REPLY-02, A-REPLY-03, T-08, T-09. */
final class ThreadRules {
  /** 65,535 statement parameters at 18 per post. */
  private static final int MOST_REPLIES = 3_640;

  private final MessageRules messages;
  private final boolean movesEarlyReplies;
  private final boolean repliesHaveReactions;
  private final boolean followersKnown;
  private final boolean repliesHaveProps;

  ThreadRules(TargetProfile target, MessageRules messages) {
    this.messages = messages;
    movesEarlyReplies = target.version().atLeast(7, 1);
    repliesHaveReactions = target.version().atLeast(10, 4);
    followersKnown = target.version().atLeast(10, 1);
    repliesHaveProps = target.version().atLeast(8, 0);
  }

  void replies(String base, List<Reply> replies, Long rootCreateAt, Findings out) {
    if (replies == null || replies.isEmpty()) {
      return;
    }
    if (replies.size() > MOST_REPLIES) {
      out.report(THREAD_REPLIES_TOO_MANY, base + "/replies", replies.size(), MOST_REPLIES);
    }
    boolean ascending = true;
    long previous = Long.MIN_VALUE;
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      reply(base, i, reply, rootCreateAt, out);
      if (reply.createAt() != null) {
        ascending &= reply.createAt() > previous;
        previous = reply.createAt();
      }
    }
    if (!ascending && repliesHaveReactions) {
      equalTimes(base, replies, out);
    }
  }

  private void reply(String base, int i, Reply reply, Long rootCreateAt, Findings out) {
    messages.text(base, i, reply.user(), reply.message(), out);
    messages.time(base, i, reply.createAt(), out);
    messages.type(base, i, reply.type(), out);
    if (repliesHaveProps) {
      messages.props(base, i, reply.props(), out);
    }
    boolean early =
        reply.createAt() != null && rootCreateAt != null && reply.createAt() < rootCreateAt;
    if (early && reply.createAt() != 0) {
      Severity severity = movesEarlyReplies ? Severity.WARNING : Severity.ERROR;
      String pointer = Pointers.at(base, i, "/create_at");
      out.report(REPLY_CREATE_AT_BEFORE_ROOT, severity, pointer, reply.createAt(), rootCreateAt);
    }
    if (repliesHaveReactions) {
      Long moved = early && movesEarlyReplies ? rootCreateAt : null;
      ReactionRules.check(base, i, reply.reactions(), reply.createAt(), moved, out);
    }
    AttachmentRules.check(base, i, reply.attachments(), out);
  }

  /** T-09: reactions of new replies are kept by time, so two replies of one time share them. */
  private static void equalTimes(String base, List<Reply> replies, Findings out) {
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      Integer first = reply.createAt() == null ? null : seen.putIfAbsent(reply.createAt(), i);
      if (first != null && (hasReactions(reply) || hasReactions(replies.get(first)))) {
        out.report(REPLY_CREATE_AT_REPEATED, Pointers.at(base, i, "/create_at"), first);
      }
    }
  }

  private static boolean hasReactions(Reply reply) {
    return reply.reactions() != null && !reply.reactions().isEmpty();
  }

  void followers(String base, List<ThreadFollower> followers, Findings out) {
    if (followers == null || followers.isEmpty() || !followersKnown) {
      return;
    }
    Set<String> seen = followers.size() > 1 ? new HashSet<>() : null;
    for (int i = 0; i < followers.size(); i++) {
      String user = followers.get(i).user();
      if (Texts.isEmpty(user)) {
        out.report(FOLLOWER_USER_MISSING, base + "/thread_followers/" + i + "/user");
      } else if (seen != null && !seen.add(Texts.fold(user))) {
        out.report(FOLLOWER_REPEATED, base + "/thread_followers/" + i + "/user", user);
      }
    }
  }
}
