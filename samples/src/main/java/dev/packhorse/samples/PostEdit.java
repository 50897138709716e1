package dev.packhorse.samples;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import java.util.List;

/** A post that is like another except for what is set. */
final class PostEdit {
  String channel;
  String user;
  String message;
  Long createAt;
  List<Reaction> reactions;
  List<Reply> replies;
  List<Attachment> attachments;

  private final Post post;

  PostEdit(Post post) {
    this.post = post;
    channel = post.channel();
    user = post.user();
    message = post.message();
    createAt = post.createAt();
    reactions = post.reactions();
    replies = post.replies();
    attachments = post.attachments();
  }

  Post done() {
    return new Post(
        post.team(),
        channel,
        user,
        post.type(),
        message,
        post.props(),
        createAt,
        post.editAt(),
        post.flaggedBy(),
        reactions,
        replies,
        attachments,
        post.isPinned(),
        post.threadFollowers(),
        post.layout());
  }

  /** The same reply at another time. */
  static Reply at(Reply reply, long time, List<Reaction> reactions) {
    return new Reply(
        reply.user(),
        reply.type(),
        reply.message(),
        reply.props(),
        time,
        reply.editAt(),
        reply.flaggedBy(),
        reactions,
        reply.attachments(),
        reply.isPinned(),
        reply.layout());
  }
}
