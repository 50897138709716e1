package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.ByKey;
import dev.packhorse.connectors.database.shuffle.Entries;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.BulkRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes records of one partition of threads. */
final class ThreadPartition {
  static final int POST = 0;
  static final int REACTION = 1;
  static final int FILE = 2;
  static final int SAVED = 3;
  static final int FOLLOWER = 4;

  private final RowCodec[] codecs = new RowCodec[FOLLOWER + 1];
  private final Roster roster;
  private final Books books;
  private final Notes notes;
  private final Set<Part> parts;
  private final PostMaker maker;
  private final SidecarRows sidecar;
  private final Booking booking;

  /** Takes what was made. */
  @FunctionalInterface
  interface Output {
    void thread(Message root, BulkRecord record) throws IOException;
  }

  /** Takes messages that go into the sidecar, if that is wanted. */
  @FunctionalInterface
  interface SidecarRows {
    /** Whether the message was put there. */
    boolean add(Part part, Row post) throws IOException;
  }

  ThreadPartition(
      Map<Integer, RowCodec> codecs,
      Roster roster,
      Books books,
      Notes notes,
      Set<Part> parts,
      PostMaker maker,
      SidecarRows sidecar) {
    codecs.forEach((tag, codec) -> this.codecs[tag] = codec);
    this.roster = roster;
    this.books = books;
    this.notes = notes;
    this.parts = parts;
    this.maker = maker;
    this.sidecar = sidecar;
    this.booking = new Booking(books);
  }

  void assemble(Entries entries, Output out) throws IOException {
    int count = count(entries.fromStart());
    List<Message> messages = new ArrayList<>(count);
    ByKey<Message> byId = new ByKey<>(count);
    while (entries.next()) {
      if (RowCodec.tag(entries) == POST) {
        Row row = codecs[POST].read(entries);
        Message message = new Message(row, roster.channel(row, PostRows.CHANNEL_ID));
        messages.add(message);
        byId.put(row.buffer(PostRows.ID), row.start(PostRows.ID), row.length(PostRows.ID), message);
      }
    }
    Entries again = entries.fromStart();
    while (again.next()) {
      int tag = RowCodec.tag(again);
      if (tag != POST) {
        hang(tag, codecs[tag].read(again), byId);
      }
    }
    for (Message message : messages) {
      if (keep(message)) {
        message.keep();
      } else {
        leave(message);
      }
    }
    for (Message root : new Threads(notes).roots(messages, byId)) {
      ChannelInfo channel = root.channel;
      booking.of(channel);
      booking.written(channel.direct() ? "direct posts" : "posts", 1);
      booking.written("replies", root.replies.size());
      out.thread(root, maker.record(root, channel));
    }
  }

  private static int count(Entries entries) {
    int count = 0;
    while (entries.next()) {
      count += RowCodec.tag(entries) == POST ? 1 : 0;
    }
    return count;
  }

  private void hang(int tag, Row row, ByKey<Message> messages) {
    Message message = messages.get(row, postColumn(tag));
    if (message == null) {
      books.table(table(tag)).left(Reasons.POST_MISSING);
      return;
    }
    switch (tag) {
      case REACTION -> message.reactions = Message.and(message.reactions, row);
      case FILE -> message.files = Message.and(message.files, row);
      case SAVED -> message.saved = Message.and(message.saved, row);
      default -> message.followers = Message.and(message.followers, row);
    }
  }

  /** Where rows that hang on a post name it. */
  static int postColumn(int tag) {
    return switch (tag) {
      case REACTION -> ReactionRows.POST_ID;
      case FILE -> FileRows.POST_ID;
      case SAVED -> PreferenceRows.NAME;
      default -> FollowerRows.POST_ID;
    };
  }

  private static String table(int tag) {
    return switch (tag) {
      case REACTION -> "Reactions";
      case FILE -> "FileInfo";
      case SAVED -> "Preferences";
      default -> "ThreadMemberships";
    };
  }

  private boolean keep(Message message) throws IOException {
    Row row = message.row;
    ChannelInfo channel = message.channel;
    Booking posts = booking.of(channel);
    posts.read();
    if (row.length(PostRows.ORIGINAL_ID) > 0) {
      leave(posts, Part.EDIT_HISTORY, row, Reasons.EARLIER_TEXT);
    } else if (row.number(PostRows.DELETE_AT) > 0) {
      leave(posts, Part.DELETED_POSTS, row, Reasons.DELETED);
    } else if (channel == null) {
      notes.add(
          DataProblem.CHANNEL_MISSING,
          "Posts",
          message.id(),
          "ChannelId",
          row.text(PostRows.CHANNEL_ID));
      posts.lost(Reasons.CHANNEL_MISSING);
    } else if (channel.lost()) {
      posts.lost(channel.left());
    } else if (channel.left() != null) {
      posts.left(channel.left());
    } else if (!parts.contains(Part.SYSTEM_MESSAGES)
        && row.text(PostRows.TYPE).startsWith("system_")) {
      posts.left(Reasons.SYSTEM_MESSAGE);
    } else {
      return true;
    }
    return false;
  }

  private void leave(Booking posts, Part part, Row row, String reason) throws IOException {
    if (sidecar.add(part, row)) {
      posts.written("sidecar: " + part.word(), 1);
    } else {
      posts.left(reason + " (--include " + part.word() + ")");
    }
  }

  private void leave(Message message) {
    message.reactions.forEach(
        row ->
            books
                .table("Reactions")
                .left(
                    row.number(ReactionRows.DELETE_AT) > 0
                        ? Reasons.TAKEN_BACK
                        : Reasons.POST_LEFT));
    message.files.forEach(row -> books.table("FileInfo").left(Reasons.POST_LEFT));
    message.saved.forEach(row -> books.table("Preferences").left(Reasons.POST_LEFT));
    message.followers.forEach(row -> books.table("ThreadMemberships").left(Reasons.POST_LEFT));
  }
}
