package dev.packhorse.engine.transform;

import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.problem.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mends a thread: cuts messages that are too long, moves attachments above the tenth, and brings
 * the replies into an order of distinct times that begins with the root's. What is cut off or moved
 * goes into replies of the same author right after the message (bulk-format reference T-08, T-09,
 * T-15, A-POST-05).
 */
final class Threads {
  private static final int MOST_FILES = 10;

  private final int maxPostSize;

  Threads(int maxPostSize) {
    this.maxPostSize = maxPostSize;
  }

  Post mend(Post post, Findings out) {
    if (post.createAt() == null) {
      return post; // nothing could be put after it, and no server takes it
    }
    Thread thread = new Thread(post.user(), post.createAt(), new Changes(out), "/post");
    thread.root(post.message(), post.attachments());
    thread.replies(post.replies());
    return thread.changes.changed
        ? Copies.of(post, thread.message, thread.replies, thread.attachments)
        : post;
  }

  DirectPost mend(DirectPost post, Findings out) {
    if (post.createAt() == null) {
      return post;
    }
    Thread thread = new Thread(post.user(), post.createAt(), new Changes(out), "/direct_post");
    thread.root(post.message(), post.attachments());
    thread.replies(post.replies());
    return thread.changes.changed
        ? Copies.of(post, thread.message, thread.replies, thread.attachments)
        : post;
  }

  /** A reply at another time; its reactions must not come before it. */
  private static Reply retimed(Reply reply, String message, Long time, List<Attachment> files) {
    List<Reaction> reactions = reply.reactions();
    for (int i = 0; reactions != null && i < reactions.size(); i++) {
      Reaction reaction = reactions.get(i);
      Long at = reaction.createAt();
      if (time != null && at != null && at < time && at >= reply.createAt()) {
        if (reactions == reply.reactions()) {
          reactions = new ArrayList<>(reactions);
        }
        reactions.set(
            i, new Reaction(reaction.user(), time, reaction.emojiName(), reaction.layout()));
      }
    }
    return Copies.of(reply, message, time, files, reactions);
  }

  private final class Thread {
    final Changes changes;
    private final String user;
    private final Long createAt;
    private final String pointer;
    String message;
    List<Attachment> attachments;
    List<Reply> replies;

    /** Replies made of what did not fit into the root. */
    private List<Reply> continuations = List.of();

    Thread(String user, Long createAt, Changes changes, String pointer) {
      this.user = user;
      this.createAt = createAt;
      this.changes = changes;
      this.pointer = pointer;
    }

    void root(String text, List<Attachment> files) {
      continuations = continuations(user, text, createAt, files, pointer);
      message = continuations.isEmpty() ? text : MessagePieces.of(text, maxPostSize).get(0);
      attachments = continuations.isEmpty() ? files : firstFiles(files);
    }

    void replies(List<Reply> given) {
      replies = given;
      if (given == null && continuations.isEmpty()) {
        return;
      }
      List<Reply> all = new ArrayList<>(continuations);
      for (int i = 0; given != null && i < given.size(); i++) {
        addReply(given.get(i), pointer + "/replies/" + i, all);
      }
      order(all);
      makeDistinct(all);
      replies = changes.changed ? all : given;
    }

    private void addReply(Reply reply, String at, List<Reply> all) {
      Long time = reply.createAt();
      if (time != null && time != 0 && time < createAt) {
        changes.report(Repair.REPLY_MOVED, at + "/create_at", time, createAt);
        time = createAt;
      }
      List<Reply> more =
          continuations(reply.user(), reply.message(), time, reply.attachments(), at);
      if (!more.isEmpty()) {
        String first = MessagePieces.of(reply.message(), maxPostSize).get(0);
        all.add(retimed(reply, first, time, firstFiles(reply.attachments())));
        all.addAll(more);
      } else if (time != reply.createAt()) {
        all.add(retimed(reply, reply.message(), time, reply.attachments()));
      } else {
        all.add(reply);
      }
    }

    /** Sorts by time, keeping the order of equals; replies without a time stay where they are. */
    private void order(List<Reply> all) {
      for (Reply reply : all) {
        if (reply.createAt() == null) {
          return;
        }
      }
      for (int i = 1; i < all.size(); i++) {
        if (all.get(i).createAt() < all.get(i - 1).createAt()) {
          changes.report(Repair.REPLIES_ORDERED, pointer + "/replies");
          all.sort(Comparator.comparing(Reply::createAt));
          return;
        }
      }
    }

    private void makeDistinct(List<Reply> all) {
      for (int i = 1; i < all.size(); i++) {
        Reply reply = all.get(i);
        Long before = all.get(i - 1).createAt();
        if (reply.createAt() != null && before != null && reply.createAt() <= before) {
          changes.report(
              Repair.REPLY_TIME_DISTINCT, pointer + "/replies", reply.createAt(), before + 1);
          all.set(i, retimed(reply, reply.message(), before + 1, reply.attachments()));
        }
      }
    }

    private List<Reply> continuations(
        String author, String text, Long time, List<Attachment> files, String at) {
      List<Reply> more = new ArrayList<>();
      if (text != null && text.length() > maxPostSize) {
        List<String> pieces = MessagePieces.of(text, maxPostSize);
        if (pieces.size() > 1) {
          changes.report(Repair.MESSAGE_SPLIT, at + "/message", pieces.size());
          for (String piece : pieces.subList(1, pieces.size())) {
            more.add(Copies.continuation(author, piece, time, null));
          }
        }
      }
      if (files != null && files.size() > MOST_FILES) {
        changes.report(Repair.ATTACHMENTS_MOVED, at + "/attachments", files.size() - MOST_FILES);
        for (int i = MOST_FILES; i < files.size(); i += MOST_FILES) {
          List<Attachment> part = files.subList(i, Math.min(i + MOST_FILES, files.size()));
          more.add(Copies.continuation(author, "", time, List.copyOf(part)));
        }
      }
      return more;
    }

    private List<Attachment> firstFiles(List<Attachment> files) {
      return files == null || files.size() <= MOST_FILES ? files : files.subList(0, MOST_FILES);
    }
  }
}
