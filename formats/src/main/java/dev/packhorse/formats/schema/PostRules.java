package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageProblem.POST_CHANNEL_MISSING;
import static dev.packhorse.formats.schema.MessageProblem.POST_TEAM_MISSING;
import static dev.packhorse.formats.schema.Pointers.ROOT;

import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.problem.Findings;

/** V-POST-01 to V-POST-12. */
final class PostRules {
  private static final String BASE = "/post";

  private final MessageRules messages;
  private final ThreadRules threads;

  PostRules(MessageRules messages, ThreadRules threads) {
    this.messages = messages;
    this.threads = threads;
  }

  void check(Post post, Findings out) {
    Check.present(post.team(), POST_TEAM_MISSING, out, "/post/team");
    Check.present(post.channel(), POST_CHANNEL_MISSING, out, "/post/channel");
    messages.text(BASE, ROOT, post.user(), post.message(), out);
    messages.time(BASE, ROOT, post.createAt(), out);
    messages.type(BASE, ROOT, post.type(), out);
    messages.props(BASE, ROOT, post.props(), out);
    ReactionRules.check(BASE, ROOT, post.reactions(), post.createAt(), null, out);
    AttachmentRules.check(BASE, ROOT, post.attachments(), out);
    threads.replies(BASE, post.replies(), post.createAt(), out);
    threads.followers(BASE, post.threadFollowers(), out);
  }
}
