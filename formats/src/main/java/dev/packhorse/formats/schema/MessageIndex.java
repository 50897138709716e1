package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageEntry.CHANNEL;
import static dev.packhorse.formats.schema.MessageEntry.DIRECT;
import static dev.packhorse.formats.schema.MessageEntry.HAS_FILES;
import static dev.packhorse.formats.schema.MessageEntry.ON_TARGET;
import static dev.packhorse.formats.schema.MessageEntry.THREAD;
import static dev.packhorse.formats.schema.MessageProblem.DIRECT_CHANNEL_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.LINE_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.POST_ATTACHMENTS_DROPPED;
import static dev.packhorse.formats.schema.MessageProblem.POST_REPEATED;
import static dev.packhorse.formats.schema.MessageProblem.THREAD_CONTINUED;

import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds messages that the server takes for one (T-06, T-10; bulk-format reference 3.3). Each
 * message leaves an entry of {@value EntrySorter#WIDTH} numbers: identity, digest of its line, line
 * number, byte offset, and what kind of message it is.
 */
final class MessageIndex implements AutoCloseable {
  private static final int RUN = 1 << 19;
  private static final int FOUND_RUN = 1 << 16;

  /** By the kinds of {@link MessageGroups}. */
  private static final ProblemCode[] KINDS = {
    null,
    LINE_REPEATED,
    POST_REPEATED,
    POST_ATTACHMENTS_DROPPED,
    DIRECT_CHANNEL_REPEATED,
    THREAD_CONTINUED
  };

  // Who splits a thread does so because it has more of something than a line takes: of members, or
  // of characters in its replies.
  private static final int MANY = 100;
  private static final int LONG = 1 << 18;

  private final List<String> files = new ArrayList<>();
  private final EntrySorter entries;
  private final EntrySorter found;

  MessageIndex(Path folder) {
    entries = new EntrySorter(folder, RUN);
    found = new EntrySorter(folder, FOUND_RUN);
  }

  void post(Post post, long channel, Line line) {
    if (post.createAt() == null || post.message() == null) {
      return;
    }
    boolean files = post.attachments() != null && !post.attachments().isEmpty();
    long flags = (files ? HAS_FILES : 0) | MessageEntry.author(post.user());
    flags |= thread(post.replies(), post.reactions(), post.threadFollowers(), post.flaggedBy());
    add(identity(channel, post.createAt(), post.message()), line, 0, flags);
    replies(channel, post.replies(), line, 0);
  }

  void directPost(DirectPost post, Line line) {
    if (post.channelMembers() == null || post.createAt() == null || post.message() == null) {
      return;
    }
    long channel = channel(post.channelMembers());
    boolean files = post.attachments() != null && !post.attachments().isEmpty();
    long flags = (files ? HAS_FILES | DIRECT : DIRECT) | MessageEntry.author(post.user());
    flags |= thread(post.replies(), post.reactions(), post.threadFollowers(), post.flaggedBy());
    add(identity(channel, post.createAt(), post.message()), line, 0, flags);
    replies(channel, post.replies(), line, DIRECT);
  }

  private static long thread(List<Reply> replies, List<?>... lists) {
    for (List<?> list : lists) {
      if (list != null && list.size() > MANY) {
        return THREAD;
      }
    }
    if (replies == null) {
      return 0;
    }
    long length = 0;
    for (int i = 0; i < replies.size() && length <= LONG; i++) {
      Reply reply = replies.get(i);
      length += reply.message() == null ? 0 : reply.message().length();
      length += reply.props() == null ? 0 : reply.props().length();
    }
    return replies.size() > MANY || length > LONG ? THREAD : 0;
  }

  void directChannel(List<String> members, Line line) {
    add(~channel(members), line, 0, CHANNEL);
  }

  /** What the target has already: only whether it has files counts (T-06). */
  void onTarget(Post post, long channel) {
    target(channel, post.createAt(), post.message(), post.attachments() != null);
  }

  void onTarget(DirectPost post) {
    if (post.channelMembers() == null) {
      return;
    }
    boolean files = post.attachments() != null;
    target(channel(post.channelMembers()), post.createAt(), post.message(), files);
  }

  private void target(long channel, Long createAt, String message, boolean files) {
    if (files && createAt != null && message != null) {
      try {
        entries.add(identity(channel, createAt, message), 0, 0, 0, HAS_FILES | ON_TARGET);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void replies(long channel, List<Reply> replies, Line line, long flags) {
    if (replies == null) {
      return;
    }
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      if (reply.createAt() == null || reply.message() == null) {
        continue;
      }
      add(identity(channel, reply.createAt(), reply.message()), line, i + 1, flags);
    }
  }

  private void add(long identity, Line line, int reply, long flags) {
    try {
      long meta = MessageEntry.of(flags, reply, file(line));
      entries.add(identity, line.digest(), line.number(), line.offset(), meta);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes a line that equals an earlier one and is reported by somebody else. */
  void identical(Line line, long earlier) throws IOException {
    found.add(line.number(), earlier, 0, line.offset(), MessageEntry.of(0, 0, file(line)));
  }

  /** Reports in the order of lines what was found, then forgets everything. */
  void finish(Consumer<Problem> late, Consumer<Place> identicalLines) throws IOException {
    entries.drain(new MessageGroups(found));
    long[] last = {0};
    found.drain(
        (line, earlier, reply, offset, meta) -> {
          int kind = MessageEntry.kind(meta);
          if (kind <= MessageGroups.EQUAL_LINE && last[0] != line) {
            last[0] = line;
            identicalLines.accept(new Place(files.get(MessageEntry.file(meta)), line, offset, ""));
          }
          if (kind > 0) {
            String file = files.get(MessageEntry.file(meta));
            Place place = new Place(file, line, offset, MessageEntry.pointer(meta));
            String where = earlier == 0 ? "the target" : "line " + earlier;
            late.accept(Problem.of(KINDS[kind], place, where));
          }
        });
  }

  private static long identity(long channel, Long createAt, String message) {
    return Hash64.of(Hash64.of(channel, createAt), message);
  }

  /** Of the set of members, in whatever order they stand. */
  private static long channel(List<String> members) {
    long sum = members.size();
    for (int i = 0; i < members.size(); i++) {
      String name = members.get(i);
      sum += name == null ? 0 : Hash64.of(Hash64.SEED, name);
    }
    return Hash64.of(Hash64.SEED, sum);
  }

  private long file(Line line) {
    int last = files.size() - 1;
    if (last >= 0 && files.get(last).equals(line.file())) {
      return last;
    }
    files.add(line.file());
    return files.size() - 1L;
  }

  @Override
  public void close() throws IOException {
    entries.close();
    found.close();
  }
}
