package dev.packhorse.connectors.database.snapshot;

import java.sql.SQLException;

/**
 * A row of PostgreSQL's binary COPY, read in place: a count of fields (16 bits), then each with its
 * length (32 bits, -1 for NULL) in front, numbers with the highest byte first. A count of -1 ends
 * the data.
 */
final class CopyRow implements Row {
  /** Signature, flags, length of the extension. */
  private static final int HEAD = 11 + 4 + 4;

  private final int[] starts;
  private final int[] lengths;
  private byte[] message = new byte[0];

  CopyRow(int columns) {
    this.starts = new int[columns];
    this.lengths = new int[columns];
  }

  /** Where the first row begins in the first message. */
  static int afterHead(byte[] message) throws SQLException {
    if (message == null || message.length < HEAD || message[0] != 'P') {
      throw unreadable();
    }
    return HEAD + int32(message, HEAD - 4);
  }

  /** Whether the message held a row, which is now this one. */
  boolean take(byte[] bytes, int from) throws SQLException {
    if (bytes.length < from + 2) {
      return false; // the head alone
    }
    int fields = (short) ((bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff);
    if (fields < 0) {
      return false;
    }
    if (fields != starts.length) {
      throw unreadable();
    }
    int at = from + 2;
    for (int i = 0; i < fields; i++) {
      int length = int32(bytes, at);
      at += 4;
      starts[i] = at;
      lengths[i] = length;
      at += Math.max(0, length);
    }
    message = bytes;
    return true;
  }

  @Override
  public boolean isNull(int column) {
    return lengths[column] < 0;
  }

  /** One byte is a boolean; two, four and eight are the integers. */
  @Override
  public long number(int column) {
    int at = starts[column];
    int length = lengths[column];
    if (length < 1) {
      return 0;
    }
    long value = message[at];
    for (int i = 1; i < length; i++) {
      value = value << 8 | message[at + i] & 0xff;
    }
    return value;
  }

  @Override
  public byte[] buffer(int column) {
    return message;
  }

  @Override
  public int start(int column) {
    return starts[column];
  }

  @Override
  public int length(int column) {
    return Math.max(0, lengths[column]);
  }

  private static int int32(byte[] b, int at) {
    return b[at] << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
  }

  private static SQLException unreadable() {
    return new SQLException("the server sent no rows in the form that was asked for", "08P01");
  }
}
