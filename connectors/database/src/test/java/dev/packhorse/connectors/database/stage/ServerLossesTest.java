package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.User;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the exporter of a real server drops, gets wrong, or stops at, as it was observed on 5.37,
 * entry by entry: ours does not. The database is the one that this server made, with rows added
 * that it trips over.
 */
class ServerLossesTest {
  private static final String[] ENGINES = {"postgres", "mariadb"};
  private static final long NOON = 1_700_000_000_000L;

  @TempDir private static Path folder;

  private static final Map<String, Exported> EXPORTED = new HashMap<>();

  /** A test that runs on what came out of each engine. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  private @interface OnBoth {}

  @BeforeAll
  static void export() throws IOException {
    for (String engine : ENGINES) {
      Path store = Exported.store(engine, Files.createDirectory(folder.resolve(engine)));
      try (TestDatabase database =
          (engine.equals("postgres") ? TestDatabases.postgres() : TestDatabases.mariadb())
              .create()
              .withMattermost537()) {
        try (Rows rows = new Rows(database)) {
          threads(rows);
          direct(rows);
          odd(rows);
          files(rows, store);
        }
        Path scratch = Files.createDirectory(folder.resolve("scratch-" + engine));
        EXPORTED.put(
            engine,
            Exported.of(
                database, scratch, new Exported.Wish().store(store).include(Part.values())));
      }
    }
  }

  private static void threads(Rows rows) {
    String channel = rows.channel("engineering", "backend");
    String anna = rows.user("anna_k");
    rows.post("deletedroot00000000000000r", channel, anna, "", NOON, "gone")
        .run("UPDATE Posts SET DeleteAt = 5 WHERE Id = 'deletedroot00000000000000r'")
        .post("orphan1", channel, anna, "deletedroot00000000000000r", NOON + 2, "orphan one")
        .post("orphan2", channel, anna, "deletedroot00000000000000r", NOON + 1, "orphan two")
        .post("root", channel, anna, "", NOON + 10, "root of a chain")
        .post("link1", channel, anna, "root", NOON + 11, "reply of a chain")
        .post("link2", channel, anna, "link1", NOON + 12, "reply to a reply")
        .post("purged", channel, "purgeduser0000000000000000", "", NOON + 20, "by nobody")
        .post("nowhere", "purgedchannel0000000000000", anna, "", NOON + 30, "in no channel")
        .reaction("nowhere", anna, "tada", NOON + 31)
        .reaction("purged", "purgeduser0000000000000000", "tada", NOON + 21)
        .post("astray", rows.channel("engineering", "frontend"), anna, "root", NOON + 40, "astray")
        .post("answer", channel, anna, "root", NOON + 50, "reply with props", "Props", "{\"a\":1}");
  }

  private static void direct(Rows rows) {
    String john = rows.user("john.smith");
    String jane = rows.user("jane.doe");
    String purged = "purgeduser0000000000000000";
    String pair = john.compareTo(purged) < 0 ? john + "__" + purged : purged + "__" + john;
    rows.run(
            "INSERT INTO Channels (Id, TeamId, Type, Name, DisplayName, Header, Purpose, CreateAt,"
                + " UpdateAt, DeleteAt) VALUES ('pair', '', 'D', ?, '', '', '', 1, 1, 0)",
            pair)
        .run(
            "INSERT INTO Channels (Id, TeamId, Type, Name, DisplayName, Header, Purpose, CreateAt,"
                + " UpdateAt, DeleteAt) VALUES ('group', '', 'G', 'a hash', ?, '', '', 1, 1, 0)",
            "jane.doe, john.smith, left.long-ago");
    for (String[] member :
        new String[][] {{"pair", john}, {"group", john}, {"group", jane}, {"pair", purged}}) {
      rows.run(
          "INSERT INTO ChannelMembers (ChannelId, UserId, Roles, LastViewedAt, MsgCount,"
              + " MentionCount, NotifyProps) VALUES (?, ?, '', 0, 0, 0, '{}')",
          member[0],
          member[1]);
    }
    rows.post("topair", "pair", john, "", NOON, "to one who is gone")
        .post("frompair", "pair", purged, "topair", NOON + 1, "answer of one who is gone")
        .post("togroup", "group", jane, "", NOON, "to a group that lost one")
        .preference(john, "favorite_channel", "group", "true")
        .preference(john, "direct_channel_show", purged, "true");
  }

  /** Values that its row scanner or its JSON reader can't take. */
  private static void odd(Rows rows) {
    String channel = rows.channel("engineering", "frontend");
    String anna = rows.user("anna_k");
    for (String column : List.of("EditAt", "IsPinned", "OriginalId", "Type", "Props")) {
      rows.post("null" + column, channel, anna, "", NOON, "NULL in " + column);
      rows.run("UPDATE Posts SET " + column + " = NULL WHERE Id = ?", "null" + column);
    }
    rows.post("empty", channel, anna, "", NOON, "empty props", "Props", "")
        .post("broken", channel, anna, "", NOON, "broken props", "Props", "{\"a\":")
        .post("array", channel, anna, "", NOON, "array props", "Props", "[1]")
        .post("null", channel, anna, "", NOON, "null props", "Props", "null")
        .post("ids", channel, anna, "", NOON, "broken ids", "FileIds", "[\"onefile\",")
        .post(
            "big",
            channel,
            anna,
            "",
            NOON,
            "big number",
            "Props",
            "{\"n\":12345678901234567890,\"f\":1.50}")
        .run("UPDATE Users SET Timezone = '' WHERE Id = ?", anna)
        .preference(anna, "favorite_channel", channel, "false");
  }

  private static void files(Rows rows, Path store) throws IOException {
    String channel = rows.channel("engineering", "frontend");
    String anna = rows.user("anna_k");
    rows.file("onefile", "ids", "20231114/onefile/one.txt", 3)
        .post("lacking", channel, anna, "", NOON, "file missing", "FileIds", "[\"gone\",\"here\"]")
        .file("gone", "lacking", "20231114/gone.txt", 3)
        .file("here", "lacking", "20231114/onefile/one.txt", 3)
        .post("escape", channel, anna, "", NOON, "path escapes", "FileIds", "[\"hostname\"]")
        .file("hostname", "escape", "../../../../etc/hostname", 3)
        .run(
            "INSERT INTO Emoji (Id, Name, CreatorId, CreateAt, UpdateAt, DeleteAt)"
                + " VALUES ('nopicture', 'no_picture', '', 1, 1, 0)");
    Path one = store.resolve("20231114/onefile/one.txt");
    Files.createDirectories(one.getParent());
    Files.writeString(one, "one");
    legacy(rows, store);
  }

  /** Puts the file into the store that a post from before 3.5 names, and adds another post. */
  private static void legacy(Rows rows, Path store) throws IOException {
    String[] steps =
        rows.text("SELECT Filenames FROM Posts WHERE Message LIKE 'old post with Filenames%'")
            .split("[/\"]");
    Path legacy =
        store.resolve(
            "teams/%s/channels/%s/users/%s/%s/legacy file.txt"
                .formatted(
                    rows.text("SELECT Id FROM Teams WHERE Name = 'engineering'"),
                    steps[2],
                    steps[3],
                    steps[4]));
    Files.createDirectories(legacy.getParent());
    Files.writeString(legacy, "legacy");
    rows.post("legacy2", steps[2], steps[3], "", NOON + 60, "two legacy files")
        .run(
            "UPDATE Posts SET Filenames = ? WHERE Id = 'legacy2'",
            "[\"/%s/%s/%s/legacy%%20file.txt\",\"/a/b/c/gone.txt\"]"
                .formatted(steps[2], steps[3], steps[4]));
  }

  private static Post post(String engine, String message) {
    return EXPORTED.get(engine).all(Post.class).stream()
        .filter(post -> post.message().equals(message))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no post " + message));
  }

  private static DirectPost directPost(String engine, String message) {
    return EXPORTED.get(engine).all(DirectPost.class).stream()
        .filter(post -> post.message().equals(message))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no direct post " + message));
  }

  private static User user(String engine, String name) {
    return EXPORTED.get(engine).all(User.class).stream()
        .filter(user -> user.username().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no user " + name));
  }

  private static Reply reply(List<Reply> replies, String message) {
    return replies.stream()
        .filter(reply -> reply.message().equals(message))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no reply " + message));
  }

  private static List<String> paths(List<Attachment> files) {
    return files == null ? List.of() : files.stream().map(Attachment::path).toList();
  }

  private static List<String> names(List<Attachment> files) {
    return paths(files).stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).toList();
  }

  @OnBoth
  void everyRowIsAccountedForAndNoRecordIsRefused(String engine) {
    Exported exported = EXPORTED.get(engine);
    assertThat(exported.accounts).allMatch(account -> account.unexplained() == 0);
    assertThat(exported.refused).isEmpty();
    assertThat(exported.account("Posts").lost())
        .containsExactly(Map.entry("channel does not exist", 1L));
  }

  // What it drops.

  @OnBoth
  void archivedChannelsComeWithPostsAndMembers(String engine) {
    assertThat(EXPORTED.get(engine).all(Channel.class))
        .anyMatch(channel -> channel.name().equals("archived-2019") && channel.deletedAt() > 0);
    assertThat(post(engine, "a post in a channel that was archived later").replies()).hasSize(1);
    assertThat(EXPORTED.get(engine).all(User.class).stream().flatMap(ServerLossesTest::channels))
        .anyMatch(channel -> channel.name().equals("archived-2019"));
  }

  private static Stream<ChannelMembership> channels(User user) {
    return user.teams() == null
        ? Stream.of()
        : user.teams().stream()
            .flatMap(team -> team.channels() == null ? Stream.of() : team.channels().stream());
  }

  @OnBoth
  void archivedTeamsComeWithTheirChannelsIfTheyAreWanted(String engine) {
    assertThat(EXPORTED.get(engine).all(Team.class))
        .anyMatch(team -> team.name().equals("old-project"));
    assertThat(post(engine, "a post in a team that was archived later").team())
        .isEqualTo("old-project");
  }

  @OnBoth
  void rolesAndSchemesAreThere(String engine) {
    Exported exported = EXPORTED.get(engine);
    assertThat(exported.all(Role.class)).anyMatch(role -> role.name().equals("custom_moderator"));
    assertThat(exported.all(Scheme.class).stream().map(Scheme::name))
        .contains("eng_scheme", "readonly_channel");
    assertThat(exported.all(Team.class)).anyMatch(team -> "eng_scheme".equals(team.scheme()));
    assertThat(user(engine, "igor-petrov").roles()).contains("custom_moderator");
  }

  @OnBoth
  void botsAreBots(String engine) {
    assertThat(EXPORTED.get(engine).all(Bot.class).stream().map(Bot::username))
        .containsExactly("buildbot", "oldbot");
    assertThat(EXPORTED.get(engine).all(User.class))
        .noneMatch(user -> user.username().equals("buildbot"));
  }

  @OnBoth
  void whatTheFormatCannotSayIsBesideTheRecordsRowByRow(String engine) {
    Exported exported = EXPORTED.get(engine);
    for (String table :
        List.of(
            "IncomingWebhooks",
            "OutgoingWebhooks",
            "Commands",
            "OAuthApps",
            "TermsOfService",
            "UserTermsOfService",
            "UserGroups",
            "GroupMembers",
            "SidebarCategories",
            "SidebarChannels",
            "ChannelMemberHistory",
            "RetentionPolicies",
            "SharedChannels")) {
      String text =
          exported.sidecar.get("packhorse/" + table.toLowerCase(java.util.Locale.ROOT) + ".jsonl");
      assertThat(text.lines().count())
          .as(table)
          .isPositive()
          .isEqualTo(exported.account(table).rows());
    }
    assertThat(exported.sidecar.get("packhorse/deleted-posts.jsonl"))
        .contains("\"This message was deleted by its author\"", "\"deleted reply text\"");
    assertThat(exported.sidecar.get("packhorse/edit-history.jsonl"))
        .contains("\"edited once: frist\"");
    assertThat(exported.sidecar.get("packhorse/preferences.jsonl")).isNotEmpty();
  }

  @OnBoth
  void followersOfThreadsAreThere(String engine) {
    assertThat(EXPORTED.get(engine).account("ThreadMemberships").written().get("thread followers"))
        .isGreaterThan(50);
    assertThat(post(engine, "Thread root: which database? #database #postgres").threadFollowers())
        .isNotEmpty();
  }

  @OnBoth
  void repliesUnderDeletedRootsBecomeAThread(String engine) {
    assertThat(post(engine, "orphan two").replies()).hasSize(1);
    assertThat(post(engine, "orphan two").replies().get(0).message()).isEqualTo("orphan one");
  }

  @OnBoth
  void repliesToRepliesBecomeThreads(String engine) {
    assertThat(post(engine, "root of a chain").replies().stream().map(Reply::message))
        .containsExactly("reply of a chain", "reply with props");
    assertThat(post(engine, "reply to a reply").createAt()).isEqualTo(NOON + 12);
  }

  @OnBoth
  void somebodyStandsForAnAuthorWhoIsNotThere(String engine) {
    String name = post(engine, "by nobody").user();
    assertThat(name).isEqualTo("deleted-purgeduser0000000000000000");
    assertThat(user(engine, name).deleteAt()).isPositive();
    assertThat(post(engine, "by nobody").reactions().get(0).user()).isEqualTo(name);
    assertThat(EXPORTED.get(engine).codes()).contains("data.user.missing");
  }

  @OnBoth
  void aMessageInNoChannelIsLostAndNamed(String engine) {
    Account posts = EXPORTED.get(engine).account("Posts");
    assertThat(posts.lost()).containsEntry("channel does not exist", 1L);
    assertThat(EXPORTED.get(engine).problems)
        .anyMatch(
            problem ->
                problem.code().code().equals("data.channel.missing")
                    && problem.place().row().equals("nowhere"));
  }

  @OnBoth
  void directMessagesOfDeactivatedUsersStayTheirs(String engine) {
    assertThat(directPost(engine, "direct post by the later deactivated user").user())
        .isEqualTo("ghost.user");
    assertThat(directPost(engine, "answer to the later deactivated user").channelMembers())
        .containsExactly("ghost.user", "yuki.tanaka");
  }

  @OnBoth
  void savedPostsAreThere(String engine) {
    assertThat(post(engine, "Thread root: which database? #database #postgres").flaggedBy())
        .contains("olivia.stone");
    assertThat(directPost(engine, "direct hello").flaggedBy()).containsExactly("pierre.dubois");
  }

  @OnBoth
  void favouriteDirectChannelsAreThere(String engine) {
    assertThat(EXPORTED.get(engine).all(DirectChannel.class))
        .anyMatch(
            channel ->
                channel.favoritedBy() != null && channel.favoritedBy().contains("john.smith"));
  }

  @OnBoth
  void reactionsOnDirectRootsAreThere(String engine) {
    assertThat(directPost(engine, "direct hello").reactions()).hasSize(1);
    assertThat(directPost(engine, "group hello (edited)").reactions()).hasSize(1);
  }

  @OnBoth
  void messagesKeepTypePinAndTimeOfTheirEdit(String engine) {
    assertThat(post(engine, "custom typed").type()).isEqualTo("custom_build");
    assertThat(EXPORTED.get(engine).all(Post.class))
        .anyMatch(post -> post.type().equals("system_join_channel"))
        .anyMatch(post -> post.type().equals("me") || post.type().equals("system_me"));
    assertThat(directPost(engine, "direct hello").isPinned()).isTrue();
    Post main = post(engine, "Thread root: which database? #database #postgres");
    assertThat(reply(main.replies(), "pinned reply").isPinned()).isTrue();
    assertThat(main.replies()).anyMatch(reply -> reply.editAt() > 0);
  }

  @OnBoth
  void repliesKeepTheirProps(String engine) {
    assertThat(
            reply(post(engine, "root of a chain").replies(), "reply with props").props().toString())
        .isEqualTo("{\"a\":1}");
  }

  @OnBoth
  void filesOfTheOldKindAreAttachedIfTheyAreThere(String engine) {
    String name = "legacy file.txt";
    assertThat(names(post(engine, "old post with Filenames instead of FileIds").attachments()))
        .containsExactly(name);
    assertThat(names(post(engine, "two legacy files").attachments())).containsExactly(name);
    Account legacy = EXPORTED.get(engine).account("Filenames of Posts");
    assertThat(legacy.written()).containsEntry("attachments", 2L);
    assertThat(legacy.lost()).containsEntry("file missing in the store", 1L);
  }

  @OnBoth
  void usersKeepStatusAndPicture(String engine) {
    List<User> users = EXPORTED.get(engine).all(User.class);
    assertThat(users).anyMatch(user -> user.customStatus() != null);
    assertThat(users).anyMatch(user -> user.profileImage() != null);
    assertThat(EXPORTED.get(engine).files).anyMatch(path -> path.startsWith("users/"));
  }

  // What it gets wrong.

  @OnBoth
  void eachReplyHasItsOwnFiles(String engine) {
    Post main = post(engine, "Thread root: which database? #database #postgres");
    assertThat(names(reply(main.replies(), "two more files").attachments()))
        .containsExactly("diagram.png", "report Q3 (final).pdf");
    assertThat(names(reply(main.replies(), "Согласен. Файл приложен").attachments())).hasSize(1);
    assertThat(reply(main.replies(), "PostgreSQL :elephant:").attachments()).isNull();
  }

  @OnBoth
  void directAndGroupChannelsKeepDeactivatedMembers(String engine) {
    assertThat(members(engine))
        .contains(
            List.of("ghost.user", "yuki.tanaka"), List.of("ghost.user", "jane.doe", "john.smith"));
    assertThat(directPost(engine, "group of three, one deactivated later").channelMembers())
        .containsExactly("ghost.user", "jane.doe", "john.smith");
  }

  @OnBoth
  void directAndGroupChannelsKeepAPlaceForMembersWhoAreNotThere(String engine) {
    String purged = "deleted-purgeduser0000000000000000";
    assertThat(members(engine)).contains(List.of(purged, "john.smith"));
    DirectPost post = directPost(engine, "to one who is gone");
    assertThat(post.channelMembers()).containsExactly(purged, "john.smith");
    assertThat(post.replies().get(0).user()).isEqualTo(purged);
    assertThat(directPost(engine, "to a group that lost one").channelMembers())
        .containsExactly("jane.doe", "john.smith", "member-group-1");
    assertThat(user(engine, "member-group-1").deleteAt()).isPositive();
  }

  @OnBoth
  void aNoteToSelfStaysOne(String engine) {
    assertThat(directPost(engine, "note to self: buy milk").channelMembers())
        .containsExactly("olivia.stone", "olivia.stone");
    assertThat(members(engine)).contains(List.of("olivia.stone", "olivia.stone"));
  }

  private static List<List<String>> members(String engine) {
    return EXPORTED.get(engine).all(DirectChannel.class).stream()
        .map(channel -> channel.participants().stream().map(Participant::username).toList())
        .toList();
  }

  @OnBoth
  void eachChannelHasItsTeam(String engine) {
    List<String> teams = EXPORTED.get(engine).all(Team.class).stream().map(Team::name).toList();
    assertThat(EXPORTED.get(engine).all(Channel.class))
        .allMatch(channel -> teams.contains(channel.team()));
  }

  @OnBoth
  void aFavouriteThatSaysFalseIsNone(String engine) {
    assertThat(channels(user(engine, "olivia.stone")).map(ChannelMembership::favorite))
        .contains(true);
    assertThat(channels(user(engine, "anna_k")).map(ChannelMembership::favorite))
        .contains(false)
        .doesNotContain(true);
  }

  @OnBoth
  void numbersInPropsKeepTheirDigits(String engine) {
    assertThat(post(engine, "big number").props().toString())
        .isEqualTo("{\"n\":12345678901234567890,\"f\":1.50}");
  }

  @OnBoth
  void aReplyInAnotherChannelStaysThereAndIsNamed(String engine) {
    assertThat(post(engine, "astray").channel()).isEqualTo("frontend");
    assertThat(EXPORTED.get(engine).codes()).contains("data.reply.elsewhere");
  }

  @OnBoth
  void messagesComeInTheOrderOfTime(String engine) {
    Map<String, Long> last = new HashMap<>();
    for (Post post : EXPORTED.get(engine).all(Post.class)) {
      Long before = last.put(post.team() + "/" + post.channel(), post.createAt());
      assertThat(before == null || before <= post.createAt()).as(post.message()).isTrue();
    }
  }

  // What stops it.

  @OnBoth
  void nullIsWhatTheColumnSaysWithoutIt(String engine) {
    assertThat(post(engine, "NULL in EditAt").editAt()).isZero();
    assertThat(post(engine, "NULL in IsPinned").isPinned()).isFalse();
    assertThat(post(engine, "NULL in OriginalId").createAt()).isEqualTo(NOON);
    assertThat(post(engine, "NULL in Type").type()).isEmpty();
    assertThat(post(engine, "NULL in Props").props().toString()).isEqualTo("{}");
  }

  @OnBoth
  void propsThatAreNoObjectAreLeftOutAndNamed(String engine) {
    List<String> named = new ArrayList<>();
    EXPORTED.get(engine).problems.stream()
        .filter(problem -> problem.code().code().equals("data.json.invalid"))
        .forEach(problem -> named.add(problem.place().row() + " " + problem.place().pointer()));
    assertThat(named).containsExactlyInAnyOrder("broken Props", "array Props", "ids FileIds");
    for (String kind : List.of("empty", "broken", "array", "null")) {
      assertThat(post(engine, kind + " props").props().toString()).isEqualTo("{}");
    }
  }

  @OnBoth
  void filesAreFoundWithoutTheListOfTheirIds(String engine) {
    assertThat(names(post(engine, "broken ids").attachments())).containsExactly("one.txt");
  }

  @OnBoth
  void anEmptyTimeZoneStopsNothing(String engine) {
    assertThat(user(engine, "anna_k").nickname()).isNotNull();
  }

  @OnBoth
  void anEmojiWithoutItsPictureIsLostAndNamed(String engine) {
    assertThat(EXPORTED.get(engine).all(Emoji.class).stream().map(Emoji::name))
        .containsExactly("acme_logo", "ghost_emoji", "party-cat");
    assertThat(EXPORTED.get(engine).account("Emoji").lost())
        .containsEntry("file missing in the store", 1L);
  }

  @OnBoth
  void aMissingFileIsLostAndNamedAndTheOthersAreThere(String engine) {
    assertThat(names(post(engine, "file missing").attachments())).containsExactly("one.txt");
    assertThat(EXPORTED.get(engine).account("FileInfo").lost())
        .containsEntry("file missing in the store", 1L);
    assertThat(EXPORTED.get(engine).problems)
        .anyMatch(
            problem ->
                problem.code().code().equals("data.file.missing")
                    && problem.place().row().equals("gone"));
  }

  @OnBoth
  void aPathThatLeadsOutOfTheStoreIsNotFollowed(String engine) {
    assertThat(post(engine, "path escapes").attachments()).isNull();
    assertThat(EXPORTED.get(engine).account("FileInfo").lost())
        .containsEntry("path leads out of the store", 1L);
    assertThat(EXPORTED.get(engine).files).noneMatch(path -> path.contains(".."));
  }
}
