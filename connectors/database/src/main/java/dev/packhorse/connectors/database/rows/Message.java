package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.snapshot.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A row of Posts with all rows that hang on it. */
final class Message {
  static final Comparator<Message> IN_TIME =
      Comparator.comparingLong(Message::createAt).thenComparing(Message::id);

  final Row row;
  final List<Row> reactions = new ArrayList<>(0);
  final List<Row> files = new ArrayList<>(0);
  final List<Row> saved = new ArrayList<>(0);
  final List<Row> followers = new ArrayList<>(0);
  final List<Message> replies = new ArrayList<>(0);

  private final String id;
  private final String rootId;
  private final String channelId;
  private long createAt;

  Message(Row row) {
    this.row = row;
    this.id = row.text(PostRows.ID);
    this.rootId = root(row, id);
    this.channelId = row.text(PostRows.CHANNEL_ID);
    this.createAt = row.number(PostRows.CREATE_AT);
  }

  private static String root(Row row, String id) {
    String stored =
        row.length(PostRows.ROOT_ID) > 0
            ? row.text(PostRows.ROOT_ID)
            : row.text(PostRows.PARENT_ID);
    return stored.equals(id) ? "" : stored;
  }

  String id() {
    return id;
  }

  /** The time that it gets, which is the stored one unless it was moved. */
  long createAt() {
    return createAt;
  }

  void moveTo(long time) {
    createAt = time;
  }

  /**
   * Id of the thread's root as stored, be it in the old column; empty for a root, even if that says
   * it is its own.
   */
  String rootId() {
    return rootId;
  }

  String channelId() {
    return channelId;
  }
}
