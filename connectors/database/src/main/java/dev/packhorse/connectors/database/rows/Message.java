package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.ByKey;
import dev.packhorse.connectors.database.snapshot.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A row of Posts with all rows that hang on it. */
final class Message {
  static final Comparator<Message> IN_TIME =
      Comparator.comparingLong(Message::createAt).thenComparing(Message::id);

  final Row row;

  /** Where it was said; null if that is nowhere. */
  final ChannelInfo channel;

  // There are many messages, and on most of them nothing hangs: lists are made when something does.
  List<Row> reactions = List.of();
  List<Row> files = List.of();
  List<Row> saved = List.of();
  List<Row> followers = List.of();
  List<Message> replies = List.of();

  private final int rootColumn;
  private String id;
  private long createAt;
  private boolean kept;

  Message(Row row, ChannelInfo channel) {
    this.row = row;
    this.channel = channel;
    int column = row.length(PostRows.ROOT_ID) > 0 ? PostRows.ROOT_ID : PostRows.PARENT_ID;
    this.rootColumn = row.length(column) == 0 || same(row, column, PostRows.ID) ? -1 : column;
    this.createAt = row.number(PostRows.CREATE_AT);
    if (createAt == 0) {
      // An importer takes no message without a time; the last change is the next best.
      createAt = Math.max(1, row.number(PostRows.UPDATE_AT));
    }
  }

  private static boolean same(Row row, int one, int other) {
    return Arrays.equals(
        row.buffer(one),
        row.start(one),
        row.start(one) + row.length(one),
        row.buffer(other),
        row.start(other),
        row.start(other) + row.length(other));
  }

  String id() {
    if (id == null) {
      id = row.text(PostRows.ID);
    }
    return id;
  }

  /** The list with one more, which is another list if it was the empty one. */
  static <T> List<T> and(List<T> list, T more) {
    List<T> grown = list.isEmpty() ? new ArrayList<>(4) : list;
    grown.add(more);
    return grown;
  }

  /** Whether it gets into the archive. */
  boolean kept() {
    return kept;
  }

  void keep() {
    kept = true;
  }

  /** The time that it gets, which is the stored one unless it was moved. */
  long createAt() {
    return createAt;
  }

  void moveTo(long time) {
    createAt = time;
  }

  /** Whether a thread begins with it; also if it says that it is its own root. */
  boolean isRoot() {
    return rootColumn < 0;
  }

  /** The thread's root, by its id as stored, be it in the old column; null if that is not there. */
  Message root(ByKey<Message> messages) {
    return messages.get(row, rootColumn);
  }

  /** Id of the thread's root as stored; empty for a root. */
  String rootId() {
    return isRoot() ? "" : row.text(rootColumn);
  }
}
