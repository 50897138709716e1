package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * How fast posts come out of both engines, against a bare COPY in the same run. {@code mvn -Pbench
 * -pl connectors/database -am test -Dtest=ReadingBench}
 */
@Tag("bench")
class ReadingBench {
  private static final long POSTS =
      Long.parseLong(System.getProperty("bench.posts", "1000000").split(",")[0]);

  @Test
  void postgres() throws Exception {
    try (TestDatabase database = TestDatabases.postgres().create().withMattermost537()) {
      database.run(
          """
          INSERT INTO posts (id, createat, updateat, deleteat, editat, ispinned, hasreactions,
              userid, channelid, rootid, message, props, type, hashtags, filenames, fileids)
          SELECT substr(translate(md5('p' || n), '02', 'yz'), 1, 26), n, n, 0, 0, false, false,
              substr(md5('u' || n %% 999), 1, 26), substr(md5('c' || n %% 99), 1, 26), '',
              repeat(md5('m' || n) || ' ', 1 + n %% 8), '{}', '', '', '[]', '[]'
          FROM generate_series(1, %d) n"""
              .formatted(POSTS),
          "VACUUM ANALYZE posts");
      bareCopy(database);
      bareCopy(database);
      for (int connections : new int[] {1, 2, 1, 2}) {
        read(database, connections);
      }
    }
  }

  @Test
  void mariadb() throws Exception {
    try (TestDatabase database = TestDatabases.mariadb().create().withMattermost537()) {
      database.run(
          """
          INSERT INTO Posts (Id, CreateAt, UpdateAt, DeleteAt, EditAt, IsPinned, HasReactions,
              UserId, ChannelId, RootId, Message, Props, Type, Hashtags, Filenames, FileIds)
          SELECT substr(replace(replace(md5(concat('p', seq)), '0', 'y'), '2', 'z'), 1, 26), seq,
              seq, 0, 0, 0, 0, substr(md5(seq %% 999), 1, 26), substr(md5(seq %% 99), 1, 26), '',
              repeat(concat(md5(seq), ' '), 1 + seq %% 8), '{}', '', '', '[]', '[]'
          FROM seq_1_to_%d ORDER BY 1"""
              .formatted(POSTS));
      for (int connections : new int[] {1, 2, 1, 2}) {
        read(database, connections);
      }
    }
  }

  private static void bareCopy(TestDatabase database) throws Exception {
    try (Connection connection = database.connect()) {
      long start = System.nanoTime();
      CopyOut copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY posts TO STDOUT");
      long bytes = 0;
      long rows = 0;
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        bytes += row.length;
        rows++;
      }
      tell("PostgreSQL bare COPY as text", rows, bytes, start);
    }
  }

  private static void read(TestDatabase database, int connections) throws Exception {
    LongAdder rows = new LongAdder();
    LongAdder bytes = new LongAdder();
    Query posts = Query.load("posts");
    try (Snapshot snapshot =
        Databases.open(
            DatabaseAddress.parse(database.address()), SnapshotOptions.of(connections))) {
      long start = System.nanoTime();
      snapshot.read(
          List.of(new Scan(posts, () -> row -> count(posts, row, rows, bytes))), Reads.UNWATCHED);
      tell(snapshot.server() + " over " + snapshot.connections(), rows.sum(), bytes.sum(), start);
    }
  }

  private static void count(Query query, Row row, LongAdder rows, LongAdder bytes) {
    long length = 0;
    for (int i = 0; i < query.columns().size(); i++) {
      length +=
          query.columns().get(i).kind() == Query.Kind.NUMBER ? row.number(i) & 7 : row.length(i);
    }
    rows.increment();
    bytes.add(length);
  }

  private static void tell(String what, long rows, long bytes, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-32s %,9d rows %6.2f s %,9.0f rows/s %6.1f MB/s%n",
        what,
        rows,
        seconds,
        rows / seconds,
        bytes / seconds / 1e6);
  }
}
