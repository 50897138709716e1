package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestServer;
import dev.packhorse.connectors.spi.InterruptedStaging;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What a snapshot promises, on every engine; the database is that of a 5.37 server. */
@Timeout(60) // seconds; what hangs shall not hang the build
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SnapshotContract {
  protected TestDatabase database;

  protected abstract TestServer server();

  /** A condition that is true after that many seconds for each row. */
  protected abstract String slow(int seconds);

  /** Ends the connections of everybody but the caller. */
  protected abstract void cut() throws SQLException;

  /** Lets the reader read some tables, or all. */
  protected abstract void grant(String... tables);

  protected boolean hasTls() throws SQLException {
    return false;
  }

  /** Whether the server can read a part of a table without reading all of it. */
  protected boolean hasRanges() throws SQLException {
    return true;
  }

  @BeforeAll
  void load() {
    database = server().create().withMattermost537();
  }

  @AfterAll
  void drop() {
    if (database != null) { // else the server was not to be had
      database.close();
    }
  }

  protected final Snapshot open(int connections) throws IOException {
    return open(connections, 32 << 20);
  }

  protected final Snapshot open(int connections, long partBytes) throws IOException {
    return Databases.open(address(), SnapshotOptions.of(connections), partBytes);
  }

  protected final DatabaseAddress address() {
    DatabaseAddress address = DatabaseAddress.parse(database.address());
    return server().password() == null ? address : address.withPassword(server().password());
  }

  protected final DatabaseAddress reader() {
    return DatabaseAddress.parse(database.address(TestDatabase.READER))
        .withPassword(TestDatabase.PASSWORD);
  }

  protected static List<ProblemCode> codes(Snapshot snapshot) {
    return snapshot.problems().stream().map(Problem::code).toList();
  }

  private static ProblemCode refusal(DatabaseAddress address) {
    return refusal(address, SnapshotOptions.of(1));
  }

  private static ProblemCode refusal(DatabaseAddress address, SnapshotOptions options) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> Databases.open(address, options).close());
    assertThat(refusal).as("something should be refused").isNotNull();
    assertThat(refusal.getMessage() + refusal.problem().hint())
        .doesNotContain(TestDatabase.PASSWORD)
        .doesNotContain("{");
    return refusal.problem().code();
  }

  // What is read

  @Test
  void everyTableGivesTheRowsAndValuesThatASelectGives() throws Exception {
    int compared = 0;
    try (Snapshot snapshot = open(2);
        Connection connection = database.connect()) {
      for (String table : snapshot.catalogue().tables()) {
        List<List<String>> expected = selected(connection, table);
        assertThat(Reads.rows(snapshot, Reads.whole(snapshot, table)))
            .as(table)
            .isEqualTo(expected);
        compared += expected.size();
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @Test
  void postsGiveNumbersAndTextsAndNullForColumnsTheSchemaLacks() throws Exception {
    Query posts =
        Query.of(
            "posts",
            "-- comment\nSELECT {text:Id}, {number:CreateAt}, {number:IsPinned}, {text:Nothing},"
                + " {number:Nothing}, {text:message}, {text:Props} FROM {table:POSTS}");
    List<List<String>> expected = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT Id, CreateAt, IsPinned, Message, Props FROM " + own("Posts"))) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        row.add(rows.getString(1));
        row.add(rows.getString(2));
        row.add(rows.getBoolean(3) ? "1" : "0");
        row.add(null);
        row.add(null);
        row.add(rows.getString(4));
        row.add(rows.getString(5));
        expected.add(row);
      }
    }
    try (Snapshot snapshot = open(1)) {
      assertThat(Reads.rows(snapshot, posts)).isEqualTo(Reads.sorted(expected)).isNotEmpty();
    }
  }

  @Test
  void aConditionLeavesOutRowsAndNeedsItsColumns() throws Exception {
    String select = "SELECT {text:Id} FROM {table:Posts} WHERE ";
    try (Snapshot snapshot = open(2, 1)) {
      int all = Reads.rows(snapshot, Query.load("posts")).size();
      int rest =
          Reads.rows(snapshot, Query.of("some", select + "{column:DeleteAt} > 0 OR 1 = 0")).size();
      assertThat(rest).isPositive().isLessThan(all);
      assertThat(
              catchThrowableOfType(
                      ProblemException.class,
                      () -> Reads.rows(snapshot, Query.of("none", select + "{column:Nothing} = 0")))
                  .problem()
                  .code())
          .isEqualTo(DatabaseProblem.COLUMN_MISSING);
    }
  }

  @Test
  void aTableThatTheSchemaLacksGivesNoRowsAndAsksForNoSink() throws Exception {
    Query drafts = Query.of("drafts", "SELECT {text:UserId} FROM {table:Drafts}");
    try (Snapshot snapshot = open(1)) {
      snapshot.read(
          List.of(
              new Scan(
                  drafts,
                  () -> {
                    throw new AssertionError("asked for a sink");
                  })),
          Reads.UNWATCHED);
    }
  }

  @Test
  void rangesGiveTheSameRows() throws Exception {
    try (Snapshot whole = open(1);
        Snapshot parts = open(3, 1)) {
      for (String table : List.of("Posts", "Users", "Reactions", "Preferences", "ChannelMembers")) {
        assertThat(Reads.rows(parts, Reads.whole(parts, table)))
            .as(table)
            .isEqualTo(Reads.rows(whole, Reads.whole(whole, table)));
      }
    }
  }

  @Test
  void eachRangeHasASinkThatIsEndedOnce() throws Exception {
    AtomicInteger sinks = new AtomicInteger();
    AtomicInteger ends = new AtomicInteger();
    AtomicLong told = new AtomicLong();
    CountDownLatch begun = new CountDownLatch(hasRanges() ? 2 : 1);
    Set<String> threads = java.util.Collections.synchronizedSet(new TreeSet<>());
    try (Snapshot snapshot = open(3, 1)) {
      Scan scan =
          new Scan(
              Query.load("posts"),
              () -> {
                sinks.incrementAndGet();
                begun.countDown();
                return new RowSink() {
                  @Override
                  public void row(Row row) throws IOException {
                    await(begun); // else one thread might read it all on a busy machine
                    threads.add(Thread.currentThread().getName());
                  }

                  @Override
                  public void end() {
                    ends.incrementAndGet();
                  }
                };
              });
      snapshot.read(
          List.of(scan),
          new Snapshot.ReadWatch() {
            @Override
            public void rows(long more) {
              told.addAndGet(more);
            }

            @Override
            public boolean stopped() {
              return false;
            }
          });
      assertThat(told.get()).isEqualTo(Reads.rows(snapshot, Query.load("posts")).size());
    }
    assertThat(sinks.get()).isEqualTo(ends.get());
    if (hasRanges()) {
      assertThat(sinks.get()).isGreaterThan(3);
      assertThat(threads).hasSizeGreaterThan(1);
    } else {
      assertThat(sinks.get()).isEqualTo(1);
    }
  }

  // One instant

  @Test
  void allConnectionsSeeOneInstantWhileAWriterWrites() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    Thread writer = new Thread(() -> write(stop, written));
    writer.start();
    try {
      for (int round = 0; round < 5; round++) {
        int before = written.get();
        while (written.get() < before + 20) {
          Thread.sleep(5);
        }
        try (Snapshot snapshot = open(4, 1)) {
          assertThat(snapshot.connections()).isEqualTo(4);
          Query posts =
              Query.of(
                  "written",
                  "SELECT {text:Id}, {text:Message} FROM {table:Posts} WHERE {column:Type} = 'w'");
          Query reactions =
              Query.of(
                  "reactions",
                  "SELECT {text:PostId}, {text:EmojiName} FROM {table:Reactions}"
                      + " WHERE {column:UserId} = 'writer'");
          List<List<String>> first = Reads.rows(snapshot, posts);
          Thread.sleep(50);
          assertThat(Reads.rows(snapshot, posts)).isEqualTo(first);
          // Each transaction of the writer makes one of both, and changes the message of all.
          assertThat(Reads.rows(snapshot, reactions)).hasSameSizeAs(first);
          assertThat(first.stream().map(row -> row.get(1)).distinct()).hasSize(1);
        }
      }
    } finally {
      stop.set(true);
      writer.join();
      database.run(
          "DELETE FROM " + own("Posts") + " WHERE Type = 'w'",
          "DELETE FROM " + own("Reactions") + " WHERE UserId = 'writer'");
    }
  }

  private void write(AtomicBoolean stop, AtomicInteger written) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; !stop.get(); i++) {
        String id = "abcdefghijkmnopqrstuwxyz".charAt(i * 7 % 24) + "w" + i;
        statement.execute(
            "INSERT INTO " + own("Posts") + " (Id, Type, Message) VALUES ('" + id + "', 'w', '')");
        statement.execute(
            "INSERT INTO "
                + own("Reactions")
                + " (UserId, PostId, EmojiName) VALUES ('writer', '"
                + id
                + "', 'x')");
        statement.execute(
            "UPDATE " + own("Posts") + " SET Message = 'm" + i + "' WHERE Type = 'w'");
        connection.commit();
        written.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theInstantIsTold() throws Exception {
    long before = System.currentTimeMillis();
    try (Snapshot snapshot = open(2)) {
      assertThat(snapshot.takenAt()).isBetween(before - 1000, System.currentTimeMillis());
      assertThat(snapshot.estimatedBytes("Posts")).isPositive();
      assertThat(snapshot.estimatedRows("nothing")).isZero();
    }
  }

  // Stopping and failing

  @Test
  void readingStopsWithinASecondEvenWhileNoRowsCome() throws Exception {
    Query query = Query.of("slow", "SELECT {text:Id} FROM {table:Posts} WHERE " + slow(30));
    try (Snapshot snapshot = open(2)) {
      long start = System.nanoTime();
      AtomicBoolean stop = new AtomicBoolean();
      assertThatThrownBy(
              () ->
                  snapshot.read(
                      List.of(new Scan(query, () -> row -> {})),
                      watch(() -> System.nanoTime() - start > 300_000_000L || stop.get())))
          .isInstanceOf(InterruptedStaging.class);
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1500);
    }
    assertThat(database.connect()).satisfies(Connection::close);
  }

  @Test
  void readingStopsAmidRows() throws Exception {
    AtomicInteger rows = new AtomicInteger();
    try (Snapshot snapshot = open(1)) {
      assertThatThrownBy(
              () ->
                  snapshot.read(
                      List.of(new Scan(Query.load("posts"), () -> row -> rows.incrementAndGet())),
                      watch(() -> rows.get() > 10)))
          .isInstanceOf(InterruptedStaging.class);
    }
    assertThat(rows.get()).isBetween(11, 300);
  }

  @Test
  void whatASinkThrowsComesOutAsItIs() throws Exception {
    IOException full = new IOException("No space left on device");
    try (Snapshot snapshot = open(2, 1)) {
      assertThatThrownBy(
              () ->
                  snapshot.read(
                      List.of(
                          new Scan(
                              Query.load("posts"),
                              () ->
                                  row -> {
                                    throw full;
                                  })),
                      Reads.UNWATCHED))
          .isSameAs(full);
    }
  }

  @Test
  void rowsComeNoFasterThanAllowed() throws Exception {
    long start = System.nanoTime();
    try (Snapshot snapshot =
        Databases.open(address(), new SnapshotOptions(2, 400, false, () -> null))) {
      int rows = Reads.rows(snapshot, Query.load("posts")).size();
      assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(rows / 400.0 - 0.5);
    }
  }

  @Test
  void gentleReadingUsesOneConnection() throws Exception {
    try (Snapshot snapshot =
        Databases.open(address(), new SnapshotOptions(4, 0, true, () -> null))) {
      assertThat(snapshot.connections()).isEqualTo(1);
      assertThat(Reads.rows(snapshot, Query.load("posts"))).isNotEmpty();
      assertThat(snapshot.problems()).isEmpty();
    }
  }

  @Test
  void aLostConnectionLosesTheSnapshotAndSaysSo() throws Exception {
    Query query = Query.of("slow", "SELECT {text:Id} FROM {table:Posts} WHERE " + slow(1));
    try (Snapshot snapshot = open(2)) {
      Thread cutter =
          new Thread(
              () -> {
                try {
                  Thread.sleep(400);
                  cut();
                } catch (SQLException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      cutter.start();
      SnapshotLost lost =
          catchThrowableOfType(SnapshotLost.class, () -> Reads.rows(snapshot, query));
      cutter.join();
      assertThat(lost.problem().code()).isEqualTo(DatabaseProblem.CONNECTION_LOST);
      assertThat(lost).hasCauseInstanceOf(ProblemException.class);
    }
    try (Snapshot again = open(2)) {
      assertThat(Reads.rows(again, Query.load("posts"))).isNotEmpty();
    }
  }

  @Test
  void aTableThatIsChangedAfterTheInstantLosesTheSnapshot() throws Exception {
    database.run("CREATE TABLE changing (Id varchar(26) PRIMARY KEY, A int)");
    database.run("INSERT INTO changing VALUES ('x', 1)");
    try (Snapshot snapshot = open(1)) {
      database.run(
          server().isPostgres()
              ? "ALTER TABLE changing ALTER COLUMN A TYPE bigint"
              : "ALTER TABLE changing MODIFY A bigint, ALGORITHM=COPY");
      assertThat(
              catchThrowableOfType(
                      SnapshotLost.class,
                      () -> Reads.rows(snapshot, Reads.whole(snapshot, "changing")))
                  .problem()
                  .code())
          .isEqualTo(DatabaseProblem.SCHEMA_CHANGED);
    } finally {
      database.run("DROP TABLE changing");
    }
  }

  @Test
  void anUpgradeDuringTheReadIsTold() throws Exception {
    database.run("CREATE TABLE db_migrations (Version bigint PRIMARY KEY, Name varchar(64))");
    database.run("INSERT INTO db_migrations VALUES (55, 'a'), (56, 'b')");
    try (Snapshot snapshot = open(1)) {
      assertThat(snapshot.catalogue().lastMigration()).isEqualTo(56);
      Reads.rows(snapshot, Query.load("posts"));
      assertThat(snapshot.problems()).isEmpty();
      database.run("INSERT INTO db_migrations VALUES (57, 'c')");
      Reads.rows(snapshot, Query.load("posts"));
      assertThat(codes(snapshot)).containsExactly(DatabaseProblem.MIGRATED);
    } finally {
      database.run("DROP TABLE db_migrations");
    }
  }

  // Getting in

  @Test
  void aWrongPasswordIsRefused() {
    assertThat(refusal(reader().withPassword("wrong"))).isEqualTo(DatabaseProblem.LOGIN);
    assertThat(refusal(reader().withPassword(null))).isEqualTo(DatabaseProblem.LOGIN);
  }

  @Test
  void aPasswordIsAskedForOnlyWhenItIsWanted() throws Exception {
    grant();
    AtomicInteger asked = new AtomicInteger();
    SnapshotOptions options =
        new SnapshotOptions(
            1,
            0,
            false,
            () -> {
              asked.incrementAndGet();
              return TestDatabase.PASSWORD;
            });
    Databases.open(address(), options).close();
    assertThat(asked.get()).isZero();
    try (Snapshot snapshot = Databases.open(reader().withPassword(null), options)) {
      assertThat(Reads.rows(snapshot, Query.load("posts"))).isNotEmpty();
    }
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void aDatabaseThatDoesNotExistIsNamed() {
    DatabaseAddress none =
        DatabaseAddress.parse(database.address().replace(database.name(), "no%20such"));
    assertThat(refusal(server().password() == null ? none : none.withPassword(server().password())))
        .isEqualTo(DatabaseProblem.NOT_FOUND);
  }

  @Test
  void aPortWhereNobodyListensIsNamed() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    String address = database.address().replace(":" + server().port(), ":" + free);
    assertThat(refusal(DatabaseAddress.parse(address))).isEqualTo(DatabaseProblem.NOT_REACHABLE);
    String name = database.address().replace("127.0.0.1", "no.such.host.invalid");
    assertThat(refusal(DatabaseAddress.parse(name))).isEqualTo(DatabaseProblem.NOT_REACHABLE);
  }

  @Test
  void anotherDatabaseIsNotTakenForOneOfMattermost() {
    try (TestDatabase other = server().create()) {
      other.run("CREATE TABLE posts (id int)");
      DatabaseAddress address = DatabaseAddress.parse(other.address());
      assertThat(
              refusal(
                  server().password() == null
                      ? address
                      : address.withPassword(server().password())))
          .isEqualTo(DatabaseProblem.NOT_MATTERMOST);
    }
  }

  @Test
  void aRightThatIsMissingIsNamedWithTheTable() {
    try (TestDatabase own = server().create().withMattermost537()) {
      TestDatabase all = database;
      database = own;
      try {
        grant("Systems", "Users", "Channels", "Posts", "Teams", "TeamMembers");
        ProblemException refusal =
            catchThrowableOfType(
                ProblemException.class,
                () -> {
                  try (Snapshot snapshot = Databases.open(reader(), SnapshotOptions.of(1))) {
                    Reads.rows(snapshot, Reads.whole(snapshot, "Reactions"));
                  }
                });
        assertThat(refusal.problem().code()).isEqualTo(DatabaseProblem.READ);
        assertThat(refusal.getMessage()).contains("reader").contains("may not read");
        assertThat(refusal.problem().hint()).contains("GRANT SELECT");
      } finally {
        database = all;
      }
    }
  }

  @Test
  void theUnixSocketIsAsGood() throws Exception {
    if (server().socket() != null) {
      String user = server().isPostgres() ? "postgres" : "root";
      String scheme = server().isPostgres() ? "postgres" : "mysql";
      DatabaseAddress address =
          DatabaseAddress.parse(
              scheme + "://" + user + "@/" + database.name() + "?socket=" + server().socket());
      try (Snapshot snapshot = Databases.open(address, SnapshotOptions.of(2));
          Snapshot tcp = open(2)) {
        assertThat(Reads.rows(snapshot, Query.load("posts")))
            .isEqualTo(Reads.rows(tcp, Query.load("posts")));
      }
      assertThat(
              refusal(
                  DatabaseAddress.parse(
                      scheme + "://" + user + "@/" + database.name() + "?socket=/no/such")))
          .isEqualTo(DatabaseProblem.NOT_REACHABLE);
    }
  }

  @Test
  void tlsThatTheServerLacksIsRefused() throws SQLException {
    assumeFalse(hasTls());
    for (String mode : List.of("require", "verify-ca", "verify-full")) {
      DatabaseAddress address = DatabaseAddress.parse(database.address() + "?sslmode=" + mode);
      assertThat(refusal(address)).isEqualTo(DatabaseProblem.TLS_REFUSED);
    }
  }

  // Help

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  protected interface Wish {
    boolean stopped();
  }

  protected static Snapshot.ReadWatch watch(Wish wish) {
    return new Snapshot.ReadWatch() {
      @Override
      public void rows(long more) {}

      @Override
      public boolean stopped() {
        return wish.stopped();
      }
    };
  }

  /** A table as the engine spells it. */
  protected final String own(String table) {
    return server().isPostgres() ? table.toLowerCase(java.util.Locale.ROOT) : table;
  }

  private List<List<String>> selected(Connection connection, String table) throws SQLException {
    String quote = server().isPostgres() ? "\"" : "`";
    List<List<String>> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + quote + table + quote)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String type = columns.getColumnTypeName(i).toLowerCase(java.util.Locale.ROOT);
          boolean binary = type.equals("bytea") || type.endsWith("blob");
          boolean truth = type.equals("bool") || type.equals("bit") || type.equals("boolean");
          byte[] bytes = binary ? rows.getBytes(i) : null;
          String text = rows.getString(i);
          row.add(
              text == null
                  ? null
                  : binary
                      ? Base64.getEncoder().encodeToString(bytes)
                      : truth ? (rows.getBoolean(i) ? "1" : "0") : text);
        }
        found.add(row);
      }
    }
    return Reads.sorted(found);
  }
}
