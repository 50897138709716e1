package dev.packhorse.engine.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions that the server's own export asks of its database for posts of teams: one page of
 * ids, then for each root its replies, followers, reactions and files, the last two for each reply
 * as well, and a user for each reaction. All on one connection, prepared, which is faster than the
 * server, as nothing is done with the answers.
 */
final class ServerReplay {
  private static final int PAGE = 1000;

  private record Post(String id, boolean reacted) {}

  private final PreparedStatement page;
  private final PreparedStatement rows;
  private final PreparedStatement replies;
  private final PreparedStatement followers;
  private final PreparedStatement reactions;
  private final PreparedStatement user;
  private final PreparedStatement files;
  private long posts;
  private long queries;

  private ServerReplay(Connection connection) throws SQLException {
    page =
        connection.prepareStatement(
            "SELECT id FROM posts WHERE id > ? AND rootid = '' AND deleteat = 0 ORDER BY id LIMIT "
                + PAGE);
    rows =
        connection.prepareStatement(
            "SELECT p.id, p.hasreactions, p.*, t.name, c.name, u.username,"
                + " array_agg(f.userid) FROM posts p JOIN channels c ON c.id = p.channelid"
                + " JOIN teams t ON t.id = c.teamid JOIN users u ON u.id = p.userid"
                + " LEFT JOIN preferences f ON f.name = p.id WHERE p.id = ANY (?)"
                + " GROUP BY p.id, t.name, c.name, u.username ORDER BY p.id");
    replies =
        connection.prepareStatement(
            "SELECT p.id, p.hasreactions, p.*, u.username FROM posts p JOIN users u"
                + " ON u.id = p.userid WHERE p.rootid = ? AND p.deleteat = 0 ORDER BY p.id");
    followers =
        connection.prepareStatement(
            "SELECT m.*, u.username FROM threadmemberships m JOIN users u ON u.id = m.userid"
                + " WHERE m.postid = ?");
    reactions =
        connection.prepareStatement(
            "SELECT * FROM reactions WHERE postid = ? AND coalesce(deleteat, 0) = 0"
                + " ORDER BY createat");
    user = connection.prepareStatement("SELECT * FROM users WHERE id = ?");
    files =
        connection.prepareStatement(
            "SELECT * FROM fileinfo WHERE postid = ? AND deleteat = 0 ORDER BY createat");
  }

  /**
   * Asks for so many roots.
   *
   * @return posts and replies seen, queries made
   */
  static long[] run(Connection connection, int roots) throws SQLException {
    ServerReplay replay = new ServerReplay(connection);
    String last = "";
    for (int seen = 0; seen < roots; ) {
      List<String> ids = replay.ids(last);
      if (ids.isEmpty()) {
        break;
      }
      last = ids.get(ids.size() - 1);
      replay.rows.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
      for (Post root : replay.ask(replay.rows, null)) {
        replay.thread(root);
        seen++;
      }
    }
    return new long[] {replay.posts, replay.queries};
  }

  private List<String> ids(String last) throws SQLException {
    queries++;
    page.setString(1, last);
    List<String> ids = new ArrayList<>();
    try (ResultSet found = page.executeQuery()) {
      while (found.next()) {
        ids.add(found.getString(1));
      }
    }
    return ids;
  }

  private void thread(Post root) throws SQLException {
    post(root);
    ask(followers, root.id());
    for (Post reply : ask(replies, root.id())) {
      post(reply);
    }
  }

  private void post(Post post) throws SQLException {
    posts++;
    if (post.reacted()) {
      queries++;
      List<String> people = new ArrayList<>();
      reactions.setString(1, post.id());
      try (ResultSet found = reactions.executeQuery()) {
        while (found.next()) {
          people.add(found.getString("userid"));
        }
      }
      for (String each : people) {
        ask(user, each);
      }
    }
    ask(files, post.id());
  }

  private List<Post> ask(PreparedStatement query, String about) throws SQLException {
    queries++;
    if (about != null) {
      query.setString(1, about);
    }
    boolean ofPosts = query == rows || query == replies;
    List<Post> answer = new ArrayList<>();
    try (ResultSet found = query.executeQuery()) {
      while (found.next()) {
        if (ofPosts) {
          answer.add(new Post(found.getString(1), found.getBoolean(2)));
        }
      }
    }
    return answer;
  }
}
