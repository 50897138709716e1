package dev.packhorse.connectors.database.rows;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.ThreadFollower;
import java.util.List;

/** What of a thread is in one line; empty lists are left out of it. */
record ThreadPiece(
    List<Reply> replies,
    List<String> saved,
    List<Reaction> reactions,
    List<ThreadFollower> followers) {
  /** So many replies at most in one line; more are refused (rule thread.replies.too-many). */
  private static final int MOST_REPLIES = 3_640;

  /** No reaction, follower or name of one who saved takes more bytes. */
  private static final long SMALL = 512;

  static ThreadPiece all(BulkRecord record) {
    if (record instanceof Post post) {
      return new ThreadPiece(
          some(post.replies()),
          some(post.flaggedBy()),
          some(post.reactions()),
          some(post.threadFollowers()));
    }
    DirectPost post = (DirectPost) record;
    return new ThreadPiece(
        some(post.replies()),
        some(post.flaggedBy()),
        some(post.reactions()),
        some(post.threadFollowers()));
  }

  private static <T> List<T> some(List<T> list) {
    return list == null ? List.of() : list;
  }

  boolean tooManyReplies() {
    return replies.size() > MOST_REPLIES;
  }

  /** Bytes of what hangs on the root, at most. */
  long onRoot() {
    return SMALL * (saved.size() + reactions.size() + followers.size());
  }

  /** Its longest list is halved; everything else stays in the first of the two. */
  List<ThreadPiece> halves() {
    int most = Math.max(Math.max(saved.size(), reactions.size()), followers.size());
    List<String> noNames = List.of();
    if (replies.size() > 1 && (tooManyReplies() || ofReplies() >= SMALL * most)) {
      int at = replies.size() / 2;
      return List.of(
          new ThreadPiece(replies.subList(0, at), saved, reactions, followers),
          new ThreadPiece(replies.subList(at, replies.size()), noNames, List.of(), List.of()));
    }
    if (most < 2) {
      return List.of();
    }
    int at = most / 2;
    if (reactions.size() == most) {
      return List.of(
          new ThreadPiece(replies, saved, reactions.subList(0, at), followers),
          new ThreadPiece(List.of(), noNames, reactions.subList(at, most), List.of()));
    }
    if (followers.size() == most) {
      return List.of(
          new ThreadPiece(replies, saved, reactions, followers.subList(0, at)),
          new ThreadPiece(List.of(), noNames, List.of(), followers.subList(at, most)));
    }
    return List.of(
        new ThreadPiece(replies, saved.subList(0, at), reactions, followers),
        new ThreadPiece(List.of(), saved.subList(at, most), List.of(), List.of()));
  }

  /** Bytes of replies, at most; no character takes more than six bytes. */
  long ofReplies() {
    long bytes = 0;
    for (Reply reply : replies) {
      int reactions = reply.reactions() == null ? 0 : reply.reactions().size();
      int files = reply.attachments() == null ? 0 : reply.attachments().size();
      int saved = reply.flaggedBy() == null ? 0 : reply.flaggedBy().size();
      bytes += 6L * reply.message().length() + reply.props().length();
      bytes += 512 + SMALL * reactions + 8192L * files + SMALL * saved;
    }
    return bytes;
  }

  private static <T> List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  /** The line of a thread that holds this piece of it. */
  BulkRecord of(BulkRecord record) {
    if (record instanceof Post post) {
      return new Post(
          post.team(),
          post.channel(),
          post.user(),
          post.type(),
          post.message(),
          post.props(),
          post.createAt(),
          post.editAt(),
          orNull(saved()),
          orNull(reactions()),
          orNull(replies()),
          post.attachments(),
          post.isPinned(),
          orNull(followers()),
          null);
    }
    DirectPost post = (DirectPost) record;
    return new DirectPost(
        post.channelMembers(),
        post.user(),
        post.type(),
        post.message(),
        post.props(),
        post.createAt(),
        post.editAt(),
        orNull(saved()),
        orNull(reactions()),
        orNull(replies()),
        post.attachments(),
        post.isPinned(),
        orNull(followers()),
        null);
  }
}
