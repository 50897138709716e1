package dev.packhorse.connectors.database.rows;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A thread is one line, and a line may have 16 MiB (bulk-format.md 1.1). A longer one becomes
 * several lines with the same root, which importers take for the same message: each adds its
 * replies. All of them name the root's files, since a line that does not would remove them (T-06).
 */
final class LongThreads {
  private static final int LIMIT = (16 << 20) - 1024;

  /** So many replies at most in one line; more are refused (rule thread.replies.too-many). */
  private static final int MOST_REPLIES = 3_640;

  /** Length of a record as a line. */
  @FunctionalInterface
  interface Size {
    int of(BulkRecord record) throws IOException;
  }

  private LongThreads() {}

  static List<BulkRecord> pieces(BulkRecord record, Size size, Message root, Notes notes)
      throws IOException {
    List<Reply> replies = replies(record);
    if (replies == null || replies.size() < 2) {
      return List.of(record);
    }
    if (replies.size() <= MOST_REPLIES && (surelyShort(replies) || size.of(record) <= LIMIT)) {
      return List.of(record);
    }
    List<BulkRecord> pieces = new ArrayList<>();
    split(record, replies, true, size, pieces);
    notes.add(DataProblem.THREAD_SPLIT, "Posts", root.id(), "", replies.size(), pieces.size());
    return pieces;
  }

  /** No character takes more than six bytes; what hangs on replies is far below the rest. */
  private static boolean surelyShort(List<Reply> replies) {
    long bytes = 0;
    for (Reply reply : replies) {
      int reactions = reply.reactions() == null ? 0 : reply.reactions().size();
      int files = reply.attachments() == null ? 0 : reply.attachments().size();
      int saved = reply.flaggedBy() == null ? 0 : reply.flaggedBy().size();
      bytes += 6L * reply.message().length() + reply.props().length();
      bytes += 512 + 512L * reactions + 8192L * files + 512L * saved;
    }
    return bytes < LIMIT / 4;
  }

  private static void split(
      BulkRecord record, List<Reply> replies, boolean first, Size size, List<BulkRecord> to)
      throws IOException {
    BulkRecord piece = with(record, replies, first);
    if (replies.size() < 2 || replies.size() <= MOST_REPLIES && size.of(piece) <= LIMIT) {
      to.add(piece);
      return;
    }
    int middle = replies.size() / 2;
    split(record, replies.subList(0, middle), first, size, to);
    split(record, replies.subList(middle, replies.size()), false, size, to);
  }

  private static List<Reply> replies(BulkRecord record) {
    return record instanceof Post post ? post.replies() : ((DirectPost) record).replies();
  }

  /**
   * @param first whether the root's reactions and followers belong to this piece
   */
  private static BulkRecord with(BulkRecord record, List<Reply> replies, boolean first) {
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
          first ? post.flaggedBy() : null,
          first ? post.reactions() : null,
          replies,
          post.attachments(),
          post.isPinned(),
          first ? post.threadFollowers() : null,
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
        first ? post.flaggedBy() : null,
        first ? post.reactions() : null,
        replies,
        post.attachments(),
        post.isPinned(),
        first ? post.threadFollowers() : null,
        null);
  }
}
