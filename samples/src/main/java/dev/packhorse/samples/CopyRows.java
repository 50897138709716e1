package dev.packhorse.samples;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table, over a connection of their own. */
final class CopyRows implements Closeable {
  private static final int PART = 1 << 16;

  private final Connection connection;
  private final CopyIn copy;
  private byte[] buffer = new byte[2 * PART];
  private int length;
  private boolean inRow;

  /**
   * @param connection closed with this
   * @param into table and columns, such as {@code reactions (postid, userid)}
   */
  CopyRows(Connection connection, String into) throws SQLException {
    this.connection = connection;
    this.copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into + " FROM STDIN");
  }

  /** A text; null is NULL. */
  CopyRows add(String text) {
    next();
    if (text == null) {
      put("\\N");
      return this;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(2 * bytes.length);
    for (byte b : bytes) {
      int at = "\\\n\r\t".indexOf(b);
      if (at >= 0) {
        buffer[length++] = '\\';
        buffer[length++] = (byte) "\\nrt".charAt(at);
      } else {
        buffer[length++] = b;
      }
    }
    return this;
  }

  CopyRows add(long number) {
    next();
    put(Long.toString(number));
    return this;
  }

  CopyRows add(boolean flag) {
    next();
    put(flag ? "t" : "f");
    return this;
  }

  /** Ends the row. */
  void end() throws IOException {
    room(1);
    buffer[length++] = '\n';
    inRow = false;
    if (length >= PART) {
      send();
    }
  }

  private void next() {
    if (inRow) {
      room(1);
      buffer[length++] = '\t';
    }
    inRow = true;
  }

  private void put(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      buffer[length++] = (byte) ascii.charAt(i);
    }
  }

  private void room(int more) {
    if (length + more > buffer.length) {
      buffer = java.util.Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }

  private void send() throws IOException {
    try {
      copy.writeToCopy(buffer, 0, length);
      length = 0;
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Completes the table; an unfinished row is an error of the server's. */
  void finish() throws IOException {
    send();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Without {@link #finish} before it, the rows are taken back. */
  @Override
  public void close() throws IOException {
    try (connection) {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
