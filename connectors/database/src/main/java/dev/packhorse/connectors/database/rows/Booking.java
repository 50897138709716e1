package dev.packhorse.connectors.database.rows;

import java.util.IdentityHashMap;
import java.util.Map;

/** Books each message for its table and for its channel. Used by one thread. */
final class Booking {
  private final Books books;
  private final Books.Table table;
  private final Map<ChannelInfo, Books.Table> channels = new IdentityHashMap<>();
  private Books.Table channel;

  Booking(Books books) {
    this.books = books;
    this.table = books.table("Posts");
  }

  /**
   * Turns to a channel.
   *
   * @param of null if there is none
   */
  Booking of(ChannelInfo of) {
    channel = channels.get(of);
    if (channel == null) {
      channel = books.channel(of);
      channels.put(of, channel);
    }
    return this;
  }

  /** The table has counted it when it was read from the database. */
  void read() {
    channel.read();
  }

  void written(String as, long rows) {
    if (rows > 0) {
      table.written(as, rows);
      channel.written(as, rows);
    }
  }

  void left(String reason) {
    table.left(reason);
    channel.left(reason);
  }

  void lost(String reason) {
    table.lost(reason);
    channel.lost(reason);
  }
}
