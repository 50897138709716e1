package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows put into a database of a server and changed there, in SQL that all engines take. */
final class Rows implements AutoCloseable {
  private final Connection connection;

  Rows(TestDatabase database) {
    try {
      connection = database.connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a statement with values for its question marks. */
  Rows run(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      statement.executeUpdate();
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** The first value of the first row. */
  String text(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("no row: " + sql + " " + List.of(values));
        }
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Id of an account. */
  String user(String name) {
    return text("SELECT Id FROM Users WHERE Username = ?", name);
  }

  /** Id of a channel in a team. */
  String channel(String team, String name) {
    return text(
        "SELECT c.Id FROM Channels c JOIN Teams t ON t.Id = c.TeamId"
            + " WHERE t.Name = ? AND c.Name = ?",
        team,
        name);
  }

  /** Id of a message that is not deleted, by the beginning of its text. */
  String post(String text) {
    return text("SELECT Id FROM Posts WHERE Message LIKE ? AND DeleteAt = 0", text + "%");
  }

  /** Id of the channel of a message. */
  String channelOf(String postId) {
    return text("SELECT ChannelId FROM Posts WHERE Id = ?", postId);
  }

  /** Many replies of one text, a millisecond apart. */
  Rows replies(String rootId, String channelId, String userId, long from, int count, String text) {
    String sql =
        "INSERT INTO Posts (Id, ChannelId, UserId, RootId, CreateAt, UpdateAt, DeleteAt, Message,"
            + " OriginalId, Type, Props, FileIds)"
            + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, '', '', '{}', '[]')";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < count; i++) {
        String id = rootId + "-" + i;
        set(statement, id, channelId, userId, rootId, from + i, from + i, text + i);
        statement.addBatch();
        if (i % 500 == 499 || i == count - 1) {
          statement.executeBatch();
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A new message.
   *
   * @param rootId empty for a root
   * @param more columns and values in turn
   */
  Rows post(
      String id,
      String channelId,
      String userId,
      String rootId,
      long createAt,
      String message,
      Object... more) {
    StringBuilder names =
        new StringBuilder(
            "INSERT INTO Posts (Id, ChannelId, UserId, RootId, CreateAt, UpdateAt, DeleteAt,"
                + " Message");
    StringBuilder marks = new StringBuilder("?, ?, ?, ?, ?, ?, 0, ?");
    List<Object> values =
        new ArrayList<>(List.of(id, channelId, userId, rootId, createAt, createAt, message));
    List<String> given = new ArrayList<>();
    for (int i = 0; i < more.length; i += 2) {
      given.add((String) more[i]);
      names.append(", ").append(more[i]);
      marks.append(", ?");
      values.add(more[i + 1]);
    }
    for (String column : List.of("OriginalId", "Type", "Props", "FileIds")) {
      if (!given.contains(column)) {
        names.append(", ").append(column);
        marks.append(", ?");
        values.add(column.equals("Props") ? "{}" : column.equals("FileIds") ? "[]" : "");
      }
    }
    return run(names + ") VALUES (" + marks + ")", values.toArray());
  }

  Rows reaction(String postId, String userId, String emoji, long createAt) {
    return run(
        "INSERT INTO Reactions (PostId, UserId, EmojiName, CreateAt, UpdateAt, DeleteAt)"
            + " VALUES (?, ?, ?, ?, ?, 0)",
        postId,
        userId,
        emoji,
        createAt,
        createAt);
  }

  Rows account(String id, String username, String roles) {
    return run(
        "INSERT INTO Users (Id, Username, Email, Roles, CreateAt, UpdateAt, DeleteAt, Props,"
            + " NotifyProps, AuthService, Nickname, FirstName, LastName, Position, Locale,"
            + " LastPictureUpdate) VALUES (?, ?, ?, ?, 1, 1, 0, '{}', '{}', '', '', '', '', '',"
            + " 'en', 0)",
        id,
        username,
        id + "@example.org",
        roles);
  }

  Rows file(String id, String postId, String path, long size) {
    return run(
        "INSERT INTO FileInfo (Id, PostId, CreatorId, CreateAt, UpdateAt, DeleteAt, Path, Size)"
            + " VALUES (?, ?, '', 1, 1, 0, ?, ?)",
        id,
        postId,
        path,
        size);
  }

  Rows preference(String userId, String category, String name, String value) {
    return run(
        "INSERT INTO Preferences (UserId, Category, Name, Value) VALUES (?, ?, ?, ?)",
        userId,
        category,
        name,
        value);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
