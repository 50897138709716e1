package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody posts, replies, reacts, uploads, edits and deletes while the database is exported: the
 * archive shows one instant, with each transaction wholly in it or wholly not.
 */
class WritersTest {
  private static final long NOON = 1_700_000_000_000L;
  private static final int PAUSE = 5;

  @TempDir private Path folder;

  /**
   * Transaction n writes thread n with a reply, reactions and a file, edits thread n - 1, and
   * deletes thread n - 3 if that is even.
   */
  private static final class Writer extends Thread {
    private final TestDatabase database;
    private final String channel;
    private final String user;
    private volatile boolean stopped;
    private volatile Exception failure;
    private volatile int last;

    Writer(TestDatabase database, String channel, String user) {
      this.database = database;
      this.channel = channel;
      this.user = user;
    }

    @Override
    public void run() {
      try (Connection connection = database.connect()) {
        connection.setAutoCommit(false);
        while (!stopped) {
          transaction(connection, last + 1);
          connection.commit();
          last++;
          Thread.sleep(PAUSE);
        }
      } catch (SQLException | InterruptedException e) {
        failure = e;
      }
    }

    private void transaction(Connection on, int n) throws SQLException {
      long time = NOON + n * 10L;
      String post =
          "INSERT INTO Posts (Id, ChannelId, UserId, RootId, CreateAt, UpdateAt, EditAt, DeleteAt,"
              + " Message, OriginalId, Type, Props, FileIds)"
              + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, '', '{}', ?)";
      String reaction =
          "INSERT INTO Reactions (PostId, UserId, EmojiName, CreateAt, UpdateAt, DeleteAt)"
              + " VALUES (?, ?, 'tada', ?, ?, 0)";
      run(on, reaction, "w" + n, user, time, time);
      run(on, post, "w" + n, channel, user, "", time, time, 0L, "thread " + n, "", "[]");
      run(on, reaction, "r" + n, user, time + 1, time + 1);
      String files = "[\"f" + n + "\"]";
      run(on, post, "r" + n, channel, user, "w" + n, time + 1, time, 0L, "reply " + n, "", files);
      run(
          on,
          "INSERT INTO FileInfo (Id, PostId, CreatorId, CreateAt, UpdateAt, DeleteAt, Path, Size)"
              + " VALUES (?, ?, ?, 1, 1, 0, 'one.txt', 3)",
          "f" + n,
          "r" + n,
          user);
      String before = "w" + (n - 1);
      run(on, post, "o" + n, channel, user, "", time, time, time, "thread", before, "[]");
      String edited = "UPDATE Posts SET Message = ?, EditAt = ? WHERE Id = ?";
      run(on, edited, "thread " + (n - 1) + " edited", time, before);
      if (n % 2 == 1) {
        String deleted = "UPDATE Posts SET DeleteAt = ? WHERE Id = ? OR RootId = ?";
        run(on, deleted, time, "w" + (n - 3), "w" + (n - 3));
      }
    }

    private static void run(Connection on, String sql, Object... values) throws SQLException {
      try (PreparedStatement statement = on.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
      }
    }
  }

  @Test
  void twentyExportsOfPostgresShowOneInstantEach() throws Exception {
    try (TestDatabase database = TestDatabases.postgres().create().withMattermost537()) {
      exportWhileSomebodyWrites(database, 20, false);
    }
  }

  @Test
  void exportsOfMariadbWithManyConnectionsShowOneInstantEach() throws Exception {
    try (TestDatabase database = TestDatabases.mariadb().create().withMattermost537()) {
      exportWhileSomebodyWrites(database, 5, false);
    }
  }

  @Test
  void exportsOfMariadbWithNothingButTheRightToReadShowOneInstantEach() throws Exception {
    try (TestDatabase database = TestDatabases.mariadb().create().withMattermost537()) {
      database.run(
          "GRANT SELECT ON " + database.name() + ".* TO '" + TestDatabase.READER + "'@'%'");
      exportWhileSomebodyWrites(database, 5, true);
    }
  }

  private void exportWhileSomebodyWrites(TestDatabase database, int times, boolean reader)
      throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    Files.writeString(store.resolve("one.txt"), "one");
    Writer writer;
    try (Rows rows = new Rows(database)) {
      writer = new Writer(database, rows.channel("engineering", "backend"), rows.user("anna_k"));
    }
    writer.start();
    try {
      int lastSeen = 0;
      for (int i = 0; i < times; i++) {
        int before = writer.last;
        int seen = check(export(database, store, reader));
        assertThat(seen).isBetween(Math.max(before, lastSeen), writer.last + 1);
        lastSeen = seen;
      }
      assertThat(lastSeen).isGreaterThan(times);
    } finally {
      writer.stopped = true;
      writer.join();
    }
    assertThat(writer.failure).isNull();
  }

  private Exported export(TestDatabase database, Path store, boolean reader) throws IOException {
    Exported.Wish wish = new Exported.Wish().threads(4).store(store);
    if (reader) {
      wish.asReader();
    }
    return Exported.of(database, Files.createTempDirectory(folder, "scratch"), wish);
  }

  /** The number of the last transaction that is in the archive; all before it must be, too. */
  private static int check(Exported exported) {
    assertThat(exported.accounts).allMatch(account -> account.unexplained() == 0);
    TreeMap<Integer, Post> threads = new TreeMap<>();
    for (Post post : exported.all(Post.class)) {
      if (post.message().matches("thread [0-9].*")) {
        threads.put(Integer.valueOf(post.message().split(" ")[1]), post);
      }
      assertThat(post.message()).doesNotStartWith("reply ");
    }
    if (threads.isEmpty()) {
      return 0;
    }
    int last = threads.lastKey();
    for (int n = 1; n <= last; n++) {
      Post thread = threads.get(n);
      if (n % 2 == 0 && n + 3 <= last) {
        assertThat(thread).as("deleted thread %d of %d", n, last).isNull();
        continue;
      }
      assertThat(thread).as("thread %d of %d", n, last).isNotNull();
      assertThat(thread.message()).isEqualTo("thread " + n + (n < last ? " edited" : ""));
      assertThat(thread.reactions()).hasSize(1);
      List<Reply> replies = thread.replies();
      assertThat(replies.stream().map(Reply::message)).containsExactly("reply " + n);
      assertThat(replies.get(0).reactions()).hasSize(1);
      assertThat(replies.get(0).attachments()).hasSize(1);
    }
    return last;
  }
}
