package dev.packhorse.connectors.database.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.testing.Mattermost537;
import dev.packhorse.connectors.database.testing.TestDatabase;
import dev.packhorse.connectors.database.testing.TestDatabases;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.model.Attachment;
import dev.packhorse.formats.model.Bot;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.ChannelMembership;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Participant;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.Reaction;
import dev.packhorse.formats.model.Reply;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.model.TeamMembership;
import dev.packhorse.formats.model.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our export of a database says at least all that the server's own export of the same database
 * says. Where the two differ on purpose, the rule stands here and in
 * docs/reference/database-export.md.
 */
class AgainstServerExportTest {
  private static final Set<String> BOTS = Set.of("buildbot", "oldbot");

  @TempDir private Path folder;

  private Exported ours;
  private final List<String> missing = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "mariadb"})
  void saysAtLeastWhatTheServerSays(String engine) throws IOException {
    List<BulkRecord> server = serverExport(engine);
    try (TestDatabase database = database(engine)) {
      Path store = Exported.store(engine, Files.createDirectory(folder.resolve("store")));
      ours =
          Exported.of(
              database,
              Files.createDirectory(folder.resolve("scratch")),
              new Exported.Wish().store(store));
    }
    for (BulkRecord record : server) {
      if (record instanceof Team team) {
        team(team);
      } else if (record instanceof Channel channel) {
        channel(channel);
      } else if (record instanceof User user) {
        user(user);
      } else if (record instanceof Emoji emoji) {
        emoji(emoji);
      } else if (record instanceof Post post) {
        post(post);
      } else if (record instanceof DirectChannel channel) {
        directChannel(channel);
      } else if (record instanceof DirectPost post) {
        directPost(post);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(ours.accounts).allMatch(account -> account.unexplained() == 0);
  }

  private static TestDatabase database(String engine) {
    return (engine.equals("postgres") ? TestDatabases.postgres() : TestDatabases.mariadb())
        .create()
        .withMattermost537();
  }

  static List<BulkRecord> serverExport(String engine) throws IOException {
    List<BulkRecord> records = new ArrayList<>();
    LineParser parser = new LineParser(false);
    try (LineBlockReader reader =
        new LineBlockReader(Mattermost537.open(engine + "-export.jsonl"), "server.jsonl", 1, 0)) {
      for (LineBlock block = reader.next(); block != null; block = reader.next()) {
        parser.parse(block, line -> records.add(line.record()));
      }
    }
    return records;
  }

  private void same(String where, Object theirs, Object ourValue) {
    boolean nothing = theirs == null || theirs.equals("") || theirs.equals(List.of());
    if (!nothing && !Objects.equals(theirs, ourValue)) {
      missing.add(where + ": " + theirs + " is " + ourValue);
    }
  }

  private void team(Team theirs) {
    Team our = one(Team.class, team -> team.name().equals(theirs.name()), theirs.name());
    if (our != null) {
      same(theirs.name() + " display name", theirs.displayName(), our.displayName());
      same(theirs.name() + " type", theirs.type(), our.type());
      same(theirs.name() + " description", theirs.description(), our.description());
      same(theirs.name() + " invite", theirs.allowOpenInvite(), our.allowOpenInvite());
      same(theirs.name() + " scheme", theirs.scheme(), our.scheme());
    }
  }

  /** The server writes channels of archived teams, whose teams it leaves out: nobody can import. */
  private void channel(Channel theirs) {
    if (ours.all(Team.class).stream().noneMatch(team -> team.name().equals(theirs.team()))) {
      assertThat(theirs.team()).isEqualTo("old-project");
      return;
    }
    String where = theirs.team() + "/" + theirs.name();
    Channel our =
        one(
            Channel.class,
            one -> one.team().equals(theirs.team()) && one.name().equals(theirs.name()),
            where);
    if (our != null) {
      same(where + " type", theirs.type(), our.type());
      same(where + " display name", theirs.displayName(), our.displayName());
      same(where + " header", theirs.header(), our.header());
      same(where + " purpose", theirs.purpose(), our.purpose());
      same(where + " scheme", theirs.scheme(), our.scheme());
    }
  }

  /** The server of 5.37 writes bots as users, which newer servers refuse later (T-21). */
  private void user(User theirs) {
    if (BOTS.contains(theirs.username())) {
      one(Bot.class, bot -> bot.username().equals(theirs.username()), theirs.username());
      return;
    }
    User our = one(User.class, one -> one.username().equals(theirs.username()), theirs.username());
    if (our == null) {
      return;
    }
    String who = theirs.username() + " ";
    same(who + "email", theirs.email(), our.email());
    same(who + "service", theirs.authService(), our.authService());
    same(who + "data", theirs.authData(), our.authData());
    same(who + "nickname", theirs.nickname(), our.nickname());
    same(who + "first name", theirs.firstName(), our.firstName());
    same(who + "last name", theirs.lastName(), our.lastName());
    same(who + "position", theirs.position(), our.position());
    same(who + "roles", words(theirs.roles()), words(our.roles()));
    same(who + "locale", theirs.locale(), our.locale());
    same(who + "deleted", theirs.deleteAt(), our.deleteAt());
    same(who + "theme", theirs.theme(), our.theme());
    same(who + "time", theirs.militaryTime(), our.militaryTime());
    same(who + "previews", theirs.linkPreviews(), our.linkPreviews());
    same(who + "display", theirs.messageDisplay(), our.messageDisplay());
    same(who + "mode", theirs.channelDisplayMode(), our.channelDisplayMode());
    same(who + "tutorial", theirs.tutorialStep(), our.tutorialStep());
    same(
        who + "markdown",
        theirs.featureEnabledMarkdownPreview(),
        our.featureEnabledMarkdownPreview());
    same(who + "formatting", theirs.formatting(), our.formatting());
    same(who + "unread", theirs.showUnreadSection(), our.showUnreadSection());
    same(who + "interval", theirs.emailInterval(), our.emailInterval());
    if (theirs.notifyProps() != null) {
      same(who + "desktop", theirs.notifyProps().desktop(), our.notifyProps().desktop());
      same(who + "sound", theirs.notifyProps().desktopSound(), our.notifyProps().desktopSound());
      same(who + "e-mail", theirs.notifyProps().email(), our.notifyProps().email());
      same(who + "mobile", theirs.notifyProps().mobile(), our.notifyProps().mobile());
      same(who + "channel", theirs.notifyProps().channel(), our.notifyProps().channel());
      same(who + "comments", theirs.notifyProps().comments(), our.notifyProps().comments());
      same(who + "keys", theirs.notifyProps().mentionKeys(), our.notifyProps().mentionKeys());
    }
    for (TeamMembership team : nonNull(theirs.teams())) {
      membership(who, team, nonNull(our.teams()));
    }
  }

  private void membership(String who, TeamMembership theirs, List<TeamMembership> all) {
    TeamMembership our =
        all.stream().filter(one -> one.name().equals(theirs.name())).findFirst().orElse(null);
    if (our == null) {
      missing.add(who + "is not in " + theirs.name());
      return;
    }
    same(who + theirs.name() + " roles", words(theirs.roles()), words(our.roles()));
    same(who + theirs.name() + " theme", theirs.theme(), our.theme());
    Map<String, ChannelMembership> channels =
        nonNull(our.channels()).stream()
            .collect(Collectors.toMap(ChannelMembership::name, one -> one));
    for (ChannelMembership channel : nonNull(theirs.channels())) {
      ChannelMembership here = channels.get(channel.name());
      String where = who + theirs.name() + "/" + channel.name();
      if (here == null) {
        missing.add(where + " is not there");
        continue;
      }
      same(where + " roles", words(channel.roles()), words(here.roles()));
      // A favourite that says false is none, whatever the server makes of it.
      if (Boolean.TRUE.equals(channel.favorite()) && here.favorite() == null) {
        missing.add(where + " is no favourite");
      }
      if (channel.notifyProps() != null) {
        same(where + " desktop", channel.notifyProps().desktop(), here.notifyProps().desktop());
        same(where + " mobile", channel.notifyProps().mobile(), here.notifyProps().mobile());
        same(
            where + " unread", channel.notifyProps().markUnread(), here.notifyProps().markUnread());
      }
    }
  }

  /** The plain export names pictures where it puts them, the archive where the store has them. */
  private void emoji(Emoji theirs) {
    Emoji our = one(Emoji.class, one -> one.name().equals(theirs.name()), theirs.name());
    if (our != null) {
      same(theirs.name(), theirs.image().replace("exported_emoji/", "emoji/"), our.image());
    }
  }

  private void post(Post theirs) {
    if (theirs.team().equals("old-project")) {
      return;
    }
    String where = theirs.team() + "/" + theirs.channel() + " " + theirs.createAt();
    List<Post> found =
        ours.all(Post.class).stream()
            .filter(one -> one.team().equals(theirs.team()))
            .filter(one -> one.channel().equals(theirs.channel()))
            .filter(one -> Math.abs(one.createAt() - theirs.createAt()) <= 1)
            .filter(one -> one.message().equals(theirs.message()))
            .filter(one -> one.user().equals(theirs.user()))
            .toList();
    if (found.isEmpty()) {
      missing.add("post " + where + " " + theirs.message());
      return;
    }
    Post our = found.get(0);
    props(where, theirs.props(), our.props());
    reactions(where, theirs.reactions(), our.reactions());
    files(where, theirs.attachments(), our.attachments());
    replies(where, nonNull(theirs.replies()), nonNull(our.replies()), found);
  }

  private void directPost(DirectPost theirs) {
    String where = theirs.channelMembers() + " " + theirs.createAt();
    List<DirectPost> found =
        ours.all(DirectPost.class).stream()
            .filter(one -> new HashSet<>(one.channelMembers()).containsAll(theirs.channelMembers()))
            .filter(one -> one.createAt().equals(theirs.createAt()))
            .filter(one -> one.message().equals(theirs.message()))
            .filter(one -> one.user().equals(theirs.user()))
            .toList();
    if (found.isEmpty()) {
      missing.add("direct post " + where + " " + theirs.message());
      return;
    }
    DirectPost our = found.get(0);
    props(where, theirs.props(), our.props());
    files(where, theirs.attachments(), our.attachments());
    replies(where, nonNull(theirs.replies()), nonNull(our.replies()), List.of());
  }

  /** Members that were deactivated are left out by the server, and here they are not. */
  private void directChannel(DirectChannel theirs) {
    Set<String> members = new HashSet<>(theirs.members());
    boolean found =
        ours.all(DirectChannel.class).stream()
            .map(
                one ->
                    one.participants().stream()
                        .map(Participant::username)
                        .collect(Collectors.toSet()))
            .anyMatch(ourMembers -> ourMembers.containsAll(members));
    if (!found) {
      missing.add("direct channel " + members);
    }
  }

  private void replies(String where, List<Reply> theirs, List<Reply> our, List<Post> posts) {
    for (Reply reply : theirs) {
      List<Reply> found =
          our.stream()
              .filter(one -> one.createAt().equals(reply.createAt()))
              .filter(one -> one.message().equals(reply.message()))
              .filter(one -> one.user().equals(reply.user()))
              .toList();
      if (found.isEmpty()) {
        missing.add("reply " + where + " " + reply.createAt() + " " + reply.message());
        continue;
      }
      reactions(where + " reply", reply.reactions(), found.get(0).reactions());
    }
    // The server hands every reply the files of the whole thread.
    Set<String> theirFiles =
        theirs.stream()
            .flatMap(reply -> nonNull(reply.attachments()).stream())
            .map(Attachment::path)
            .collect(Collectors.toSet());
    Set<String> ourFiles =
        our.stream()
            .flatMap(reply -> nonNull(reply.attachments()).stream())
            .map(Attachment::path)
            .collect(Collectors.toSet());
    if (!ourFiles.containsAll(theirFiles)) {
      missing.add("files of replies of " + where + ": " + theirFiles + " is " + ourFiles);
    }
  }

  private void reactions(String where, List<Reaction> theirs, List<Reaction> our) {
    Set<String> here =
        nonNull(our).stream()
            .map(one -> one.user() + one.emojiName() + one.createAt())
            .collect(Collectors.toSet());
    for (Reaction one : nonNull(theirs)) {
      if (!here.contains(one.user() + one.emojiName() + one.createAt())) {
        missing.add("reaction " + where + " " + one.user() + " " + one.emojiName());
      }
    }
  }

  private void files(String where, List<Attachment> theirs, List<Attachment> our) {
    List<String> paths = nonNull(theirs).stream().map(Attachment::path).toList();
    if (!nonNull(our).stream().map(Attachment::path).toList().containsAll(paths)) {
      missing.add("files of " + where + ": " + paths + " is " + our);
    }
  }

  /** The server's numbers lose digits beyond 53 bits, and its members come in another order. */
  private void props(String where, RawJson theirs, RawJson our) {
    String[] names = memberNames(String.valueOf(theirs));
    String ourText = String.valueOf(our);
    for (String name : names) {
      if (!ourText.contains(name)) {
        missing.add("props of " + where + ": " + name);
      }
    }
  }

  private static String[] memberNames(String json) {
    return java.util.regex.Pattern.compile("\"[^\"\\\\]+\":")
        .matcher(json)
        .results()
        .map(found -> found.group().substring(0, found.group().length() - 1))
        .toArray(String[]::new);
  }

  private <T extends BulkRecord> T one(
      Class<T> type, java.util.function.Predicate<T> wanted, String what) {
    List<T> found = ours.all(type).stream().filter(wanted).toList();
    if (found.size() != 1) {
      missing.add(found.size() + " times " + type.getSimpleName() + " " + what);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static Set<String> words(String text) {
    return text == null ? Set.of() : new HashSet<>(Arrays.asList(text.split(" ")));
  }

  private static <T> List<T> nonNull(List<T> list) {
    return list == null ? List.of() : list;
  }
}
