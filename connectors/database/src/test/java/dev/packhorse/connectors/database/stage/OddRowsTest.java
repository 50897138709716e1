package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that no server should have written and some have: each is kept, mended, or named. */
class OddRowsTest {
  private static final long NOON = 1_700_000_000_000L;
  private static final long HUGE = 5L << 30;

  private static final String DEEP = "{\"a\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}";

  @TempDir private static Path folder;

  private static final Map<String, Exported> EXPORTED = new HashMap<>();

  /** A store one file of which may not be read, whoever asks. */
  private record Guarded(FileStore store) implements FileStore {
    @Override
    public String name() {
      return store.name();
    }

    @Override
    public long size(String path) throws IOException {
      if (path.endsWith("secret.txt")) {
        throw new AccessDeniedException(path);
      }
      return store.size(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
      return store.open(path);
    }

    @Override
    public void check() {}

    @Override
    public void close() {}
  }

  @BeforeAll
  static void export() throws IOException {
    for (String engine : new String[] {"postgres", "mariadb"}) {
      Path store = Files.createDirectory(folder.resolve(engine));
      try (TestDatabase database =
          (engine.equals("postgres") ? TestDatabases.postgres() : TestDatabases.mariadb())
              .create()
              .withMattermost537()) {
        try (Rows rows = new Rows(database)) {
          messages(rows, engine.equals("mariadb"));
          twins(rows);
          accounts(rows);
          files(rows, store);
        }
        Exported.Wish wish = new Exported.Wish();
        wish.store = new Guarded(new Exported.Folder(store));
        Path scratch = Files.createDirectory(folder.resolve("scratch-" + engine));
        EXPORTED.put(engine, Exported.of(database, scratch, wish));
      }
    }
  }

  private static void messages(Rows rows, boolean nul) {
    String channel = rows.channel("engineering", "backend");
    String anna = rows.user("anna_k");
    rows.post("nul", channel, anna, "", NOON, nul ? "one\0two" : "one two")
        .post("escaped", channel, anna, "", NOON, "escaped", "Props", "{\"a\":\"x\\u0000y\"}")
        .post("slash", channel, anna, "", NOON, "slash", "Props", "{\"a\":\"x\\\\u0000y\"}")
        .post("half", channel, anna, "", NOON, "half", "Props", "{\"a\":\"\\ud83d!\"}")
        .post("lines", channel, anna, "", NOON, "lines", "Props", "{\n \"a\" :\r\n 1\n}")
        .post("deep", channel, anna, "", NOON + 2, "deep", "Props", DEEP)
        .post("deep2", channel, anna, "", NOON + 2, "deep", "Props", DEEP)
        .post("long", channel, anna, "", NOON, "x".repeat(65_535))
        .post("own", channel, anna, "own", NOON, "its own root")
        .post("ofown", channel, anna, "own", NOON + 1, "reply to its own root")
        .post("late", channel, anna, "", NOON + 10, "after its reply")
        .post("early", channel, anna, "late", NOON + 5, "before its root")
        .post("clock", channel, anna, "", NOON + 20, "clock set back")
        .reaction("clock", anna, "tada", NOON + 19)
        .reaction("clock", anna, "not an emoji", NOON + 30)
        .post("Case", channel, "Author", "", NOON + 40, "by Author")
        .post("case2", channel, "author", "", NOON + 40, "by author")
        .post("nobody", channel, "", "", NOON + 50, "by no id")
        .post("null", channel, "", "", NOON + 51, "by NULL")
        .run("UPDATE Posts SET UserId = NULL WHERE Id = 'null'")
        .post("nowhere", "", anna, "", NOON + 52, "nowhere")
        .run("UPDATE Posts SET ChannelId = NULL WHERE Id = 'nowhere'")
        .account("unnamed", "unnamed", "system_user")
        .run("UPDATE Users SET Username = NULL WHERE Id = 'unnamed'");
  }

  private static void twins(Rows rows) {
    String channel = rows.channel("engineering", "frontend");
    String anna = rows.user("anna_k");
    for (int i = 1; i <= 3; i++) {
      rows.post("twin" + i, channel, anna, "", NOON, "twin")
          .reaction("twin" + i, anna, "tada", NOON)
          .post("reply" + i, channel, anna, "twin" + i, NOON, "at once");
    }
    rows.post("next", channel, anna, "", NOON + 1, "twin")
        .post("other", channel, anna, "", NOON + 1, "no twin")
        .post("thread", channel, anna, "", NOON + 10, "same")
        .post("same1", channel, anna, "thread", NOON + 10, "same")
        .post("same2", channel, anna, "thread", NOON + 11, "same")
        .post("same3", channel, anna, "thread", NOON + 11, "same")
        .reaction("same3", anna, "tada", NOON + 11);
  }

  private static void accounts(Rows rows) {
    String backend = rows.channel("engineering", "backend");
    rows.account("upper", "Upper.Case", "system_user no_such_role")
        .account("remote", "max:remote", "system_user")
        .account("local", "max-remote", "system_user")
        .account("standin", "deleted-gone", "system_user")
        .post("bygone", backend, "gone", "", NOON + 60, "by gone")
        .post("byremote", backend, "remote", "", NOON + 61, "by remote")
        .run(
            "UPDATE Users SET NotifyProps = '{\"desktop\":\"shout\",\"email\":\"true\"}'"
                + " WHERE Id = 'upper'")
        .preference("upper", "theme", "", "{\"sidebarBg\":7}")
        .preference("upper", "notifications", "email_interval", "5")
        .preference("upper", "sidebar_settings", "limit_visible_dms_gms", "100")
        .preference("nosuchuser", "theme", "", "{}")
        .preference("nosuchuser", "flagged_post", "bygone", "true")
        .preference("nosuchuser", "favorite_channel", backend, "true");
  }

  private static void files(Rows rows, Path store) throws IOException {
    String channel = rows.channel("engineering", "backend");
    rows.post("files", channel, rows.user("anna_k"), "", NOON + 70, "files");
    for (String name : List.of("gone.txt", "empty.txt", "huge.bin", "secret.txt")) {
      rows.file(name, "files", "f/" + name, 1);
    }
    rows.file("again", "files", "f/empty.txt", 1)
        .post("dangling", channel, rows.user("anna_k"), "", NOON + 80, "no such row")
        .run("UPDATE Posts SET FileIds = '[\"nosuchfile\"]' WHERE Id = 'dangling'");
    Files.createDirectory(store.resolve("f"));
    Files.createFile(store.resolve("f/empty.txt"));
    Files.createFile(store.resolve("f/secret.txt"));
    try (RandomAccessFile huge = new RandomAccessFile(store.resolve("f/huge.bin").toFile(), "rw")) {
      huge.setLength(HUGE);
    }
  }

  /** A test that runs on what came out of each engine. */
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  private @interface OnBoth {}

  private static Post post(String engine, String message) {
    List<Post> found =
        EXPORTED.get(engine).all(Post.class).stream()
            .filter(post -> post.message().equals(message))
            .toList();
    assertThat(found).as(message).hasSize(1);
    return found.get(0);
  }

  private static Set<String> rowsOf(String engine, String code) {
    return EXPORTED.get(engine).problems.stream()
        .filter(problem -> problem.code().code().equals(code))
        .map(problem -> problem.place().row() + " " + problem.place().pointer())
        .collect(Collectors.toSet());
  }

  @OnBoth
  void everyRowIsAccountedFor(String engine) {
    assertThat(EXPORTED.get(engine).accounts).allMatch(account -> account.unexplained() == 0);
  }

  @OnBoth
  void nothingIsRefusedButTheTextThatNoServerTakes(String engine) {
    assertThat(EXPORTED.get(engine).refused)
        .hasSize(1)
        .allMatch(refused -> refused.startsWith("post.message.too-long"));
    assertThat(post(engine, "x".repeat(65_535)).createAt()).isEqualTo(NOON);
  }

  @Test
  void nulInATextIsReplacedAndNamed() {
    assertThat(post("mariadb", "one\uFFFDtwo").createAt()).isEqualTo(NOON);
    assertThat(rowsOf("mariadb", "data.text.nul")).contains("nul Message");
  }

  @OnBoth
  void nulInPropsIsReplacedAndAnEscapedBackslashIsNone(String engine) {
    assertThat(post(engine, "escaped").props().toString()).isEqualTo("{\"a\":\"x\\ufffdy\"}");
    assertThat(post(engine, "slash").props().toString()).isEqualTo("{\"a\":\"x\\\\u0000y\"}");
    assertThat(rowsOf(engine, "data.text.nul"))
        .contains("escaped Props")
        .doesNotContain("slash Props");
  }

  @OnBoth
  void halfACharacterInPropsStaysAsItStands(String engine) {
    assertThat(post(engine, "half").props().toString()).isEqualTo("{\"a\":\"\\ud83d!\"}");
  }

  @OnBoth
  void deepPropsStayAsTheyStand(String engine) {
    assertThat(
            EXPORTED.get(engine).all(Post.class).stream()
                .filter(post -> post.message().equals("deep")))
        .hasSize(2)
        .allMatch(post -> post.props().toString().equals(DEEP));
  }

  @OnBoth
  void propsOnManyLinesComeOnOne(String engine) {
    assertThat(post(engine, "lines").props().toString()).isEqualTo("{  \"a\" :   1 }");
  }

  @OnBoth
  void aMessageThatIsItsOwnRootIsARoot(String engine) {
    assertThat(post(engine, "its own root").replies().stream().map(Reply::message))
        .containsExactly("reply to its own root");
  }

  @OnBoth
  void aReplyFromBeforeItsRootGetsTheTimeOfTheRoot(String engine) {
    assertThat(post(engine, "after its reply").replies().get(0).createAt()).isEqualTo(NOON + 10);
    assertThat(rowsOf(engine, "data.time.mended")).contains("early CreateAt");
  }

  @OnBoth
  void aReactionFromBeforeItsMessageGetsTheTimeOfTheMessage(String engine) {
    assertThat(post(engine, "clock set back").reactions().stream().map(Reaction::createAt))
        .containsExactly(NOON + 20);
    assertThat(rowsOf(engine, "data.time.mended")).contains("clock CreateAt");
    assertThat(EXPORTED.get(engine).account("Reactions").lost())
        .containsEntry("value no server imports", 1L);
  }

  @OnBoth
  void messagesOfOneTimeAndTextAreToldApart(String engine) {
    List<Post> twins =
        EXPORTED.get(engine).all(Post.class).stream()
            .filter(post -> post.message().equals("twin"))
            .toList();
    assertThat(twins.stream().map(Post::createAt))
        .containsExactlyInAnyOrder(NOON, NOON + 1, NOON + 2, NOON + 3);
    for (Post twin : twins) {
      if (twin.reactions() != null) {
        assertThat(twin.reactions().get(0).createAt()).isGreaterThanOrEqualTo(twin.createAt());
        assertThat(twin.replies().get(0).createAt()).isGreaterThanOrEqualTo(twin.createAt());
      }
    }
    assertThat(twins.stream().filter(twin -> twin.reactions() != null)).hasSize(3);
    assertThat(rowsOf(engine, "data.post.twin")).hasSizeGreaterThanOrEqualTo(3);
  }

  @OnBoth
  void repliesOfOneTimeAndTextAreToldApart(String engine) {
    Post thread = post(engine, "same");
    assertThat(thread.createAt()).isEqualTo(NOON + 10);
    assertThat(thread.replies().stream().map(Reply::createAt)).doesNotHaveDuplicates().hasSize(3);
    for (Reply reply : thread.replies()) {
      assertThat(reply.createAt()).isGreaterThan(thread.createAt());
      if (reply.reactions() != null) {
        assertThat(reply.reactions().get(0).createAt()).isGreaterThanOrEqualTo(reply.createAt());
      }
    }
  }

  @OnBoth
  void namesThatNoServerTakesAreChangedAndStayApart(String engine) {
    assertThat(EXPORTED.get(engine).all(User.class).stream().map(User::username))
        .contains("upper.case", "max-remote", "max-remote-2", "deleted-gone")
        .doesNotHaveDuplicates();
    assertThat(post(engine, "by remote").user()).isEqualTo("max-remote-2");
    assertThat(rowsOf(engine, "data.username.changed"))
        .contains("upper Username", "remote Username");
  }

  @OnBoth
  void thoseWhoStandForOthersAreNobodyElse(String engine) {
    assertThat(post(engine, "by gone").user())
        .startsWith("deleted-gone")
        .isNotEqualTo("deleted-gone");
    assertThat(post(engine, "by Author").user())
        .startsWith("deleted-author")
        .isNotEqualTo(post(engine, "by author").user());
  }

  @OnBoth
  void whatIsMissingIsNotNamedByAGapInASentence(String engine) {
    assertThat(post(engine, "by no id").user()).startsWith("deleted-nobody");
    assertThat(post(engine, "by NULL").user()).isEqualTo(post(engine, "by no id").user());
    assertThat(rowsOf(engine, "data.user.none")).containsExactly("(none) Id");
    assertThat(rowsOf(engine, "data.channel.missing")).contains("nowhere ChannelId");
    assertThat(EXPORTED.get(engine).problems)
        .extracting(Problem::message)
        .contains("The message belongs to channel (none), which the database does not have.")
        .anyMatch(text -> text.startsWith("The username (none) is one that no server imports"))
        .noneMatch(text -> text.matches(".*(\\bnull\\b|  | [,;.]).*"));
  }

  @OnBoth
  void settingsOutsideTheListsAreLeftOutAndNamed(String engine) {
    User user =
        EXPORTED.get(engine).all(User.class).stream()
            .filter(one -> one.username().equals("upper.case"))
            .findFirst()
            .orElseThrow();
    assertThat(user.roles()).isEqualTo("system_user");
    assertThat(user.notifyProps().desktop()).isNull();
    assertThat(user.notifyProps().email()).isEqualTo("true");
    assertThat(user.theme()).isNull();
    assertThat(user.emailInterval()).isNull();
    assertThat(user.limitVisibleDmsGms()).isNull();
    assertThat(rowsOf(engine, "data.value.unknown"))
        .contains(
            "upper NotifyProps/desktop",
            "upper theme",
            "upper notifications/email_interval",
            "upper sidebar_settings/limit_visible_dms_gms");
    assertThat(rowsOf(engine, "data.role.unknown")).contains("upper Roles");
  }

  @OnBoth
  void settingsOfNobodyAreCounted(String engine) {
    assertThat(EXPORTED.get(engine).account("Preferences").left())
        .containsEntry("user does not exist", 3L);
  }

  @OnBoth
  void filesOfAllSizesAreThereAndOthersAreLost(String engine) {
    assertThat(post(engine, "files").attachments().stream().map(Attachment::path))
        .containsExactly("f/empty.txt", "f/empty.txt", "f/huge.bin");
    assertThat(EXPORTED.get(engine).files).contains("f/empty.txt", "f/huge.bin").hasSize(2);
    assertThat(EXPORTED.get(engine).sizes).containsEntry("f/huge.bin", HUGE);
    assertThat(rowsOf(engine, "data.file.missing")).contains("gone.txt Path");
    assertThat(rowsOf(engine, "data.file.unreadable")).containsExactly("secret.txt Path");
    assertThat(EXPORTED.get(engine).account("FileInfo").lost())
        .containsEntry("file can't be read", 1L);
  }

  @OnBoth
  void aFileOfWhichThereIsNoRowIsNamedAndLost(String engine) {
    assertThat(rowsOf(engine, "data.file.unknown")).contains("dangling FileIds");
    assertThat(EXPORTED.get(engine).account("FileIds of Posts").lost())
        .containsKey("FileInfo has no such row");
  }
}
