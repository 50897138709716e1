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

  Message(Row row) {
    this.row = row;
    this.id = row.text(PostRows.ID);
  }

  String id() {
    return id;
  }

  long createAt() {
    return row.number(PostRows.CREATE_AT);
  }

  /** Id of the thread's root as stored, be it in the old column; empty for a root. */
  String rootId() {
    return rootId(row);
  }

  static String rootId(Row row) {
    return row.length(PostRows.ROOT_ID) > 0
        ? row.text(PostRows.ROOT_ID)
        : row.text(PostRows.PARENT_ID);
  }

  String channelId() {
    return row.text(PostRows.CHANNEL_ID);
  }
}
