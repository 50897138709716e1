package dev.packhorse.samples;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What is said in a generated database: posts with their reactions, files and threads. */
final class DatabaseTalk {
  /** Threads in which somebody may still answer. */
  private static final int OPEN_THREADS = 4096;

  private static final int REPLIES = 350;
  private static final int EARLIER_TEXTS = 20;
  private static final int DELETED = 20;
  private static final int OF_THE_SYSTEM = 40;
  private static final int WITH_FILES = 50;
  private static final int WITH_REACTIONS = 260;
  private static final int DIRECT = 150;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] EMOJI = Vocabulary.list("system");

  /** The beginning of a thread, while it can be answered. */
  private static final class Root {
    final String id;
    final int room;
    final int author;
    final long createAt;
    final Set<Integer> participants = new LinkedHashSet<>();
    int replies;
    long lastReplyAt;

    Root(String id, int room, int author, long createAt) {
      this.id = id;
      this.room = room;
      this.author = author;
      this.createAt = createAt;
    }
  }

  private final DatabaseOptions options;
  private final DatabasePeople people;
  private final Dice dice;
  private final Prose prose;
  private final Clock clock;
  private final Popularity rooms;
  private final int teamRooms;
  private final Root[] open = new Root[OPEN_THREADS];
  private final long[] counts;
  private final long[] rootCounts;
  private final long[] lastPosts;
  private final CopyRows posts;
  private final CopyRows reactions;
  private final CopyRows files;
  private final CopyRows threads;
  private final CopyRows memberships;
  private int opened;

  DatabaseTalk(DatabaseOptions options, DatabasePeople people, DatabaseTables tables)
      throws SQLException {
    this.options = options;
    this.people = people;
    this.dice = Dice.of(options.seed(), "talk");
    this.prose = new Prose(people.company.usernames);
    this.clock = new Clock(options.posts(), Dice.of(options.seed(), "clock"));
    this.teamRooms = (int) people.rooms.stream().filter(room -> !room.direct()).count();
    this.rooms = new Popularity(teamRooms);
    this.counts = new long[people.rooms.size()];
    this.rootCounts = new long[people.rooms.size()];
    this.lastPosts = new long[people.rooms.size()];
    Arrays.fill(lastPosts, Clock.BEGIN);
    this.posts =
        tables.open(
            "posts (id, createat, updateat, editat, deleteat, ispinned, userid, channelid, rootid,"
                + " originalid, message, type, props, hashtags, filenames, fileids, hasreactions)");
    this.reactions =
        tables.open("reactions (userid, postid, emojiname, createat, updateat, channelid)");
    this.files =
        tables.open(
            "fileinfo (id, creatorid, postid, createat, updateat, deleteat, path, thumbnailpath,"
                + " previewpath, name, extension, size, mimetype, width, height, haspreviewimage,"
                + " content, archived, channelid)");
    this.threads =
        tables.open(
            "threads (postid, replycount, lastreplyat, participants, channelid, threadteamid)");
    this.memberships =
        tables.open(
            "threadmemberships (postid, userid, following, lastviewed, lastupdated,"
                + " unreadmentions)");
  }

  long count(int room) {
    return counts[room];
  }

  long rootCount(int room) {
    return rootCounts[room];
  }

  long lastPostAt(int room) {
    return lastPosts[room];
  }

  void write() throws IOException {
    long written = 0;
    while (written < options.posts()) {
      written += post(written + 1 < options.posts());
    }
    for (Root root : open) {
      close(root);
    }
  }

  /**
   * @param two whether an earlier text may come with it
   * @return how many rows it became
   */
  private int post(boolean two) throws IOException {
    long at = clock.tick();
    Root root =
        dice.chance(REPLIES) && opened > 0
            ? open[dice.below(Math.min(opened, OPEN_THREADS))]
            : null;
    int number = root != null ? root.room : room();
    DatabasePeople.Room room = people.rooms.get(number);
    int author = room.members()[dice.below(room.members().length)];
    String id = dice.id();
    boolean system = root == null && !room.direct() && dice.chance(OF_THE_SYSTEM);
    boolean edited = !system && two && dice.chance(EARLIER_TEXTS);
    long deleted = dice.chance(DELETED) ? at + dice.spread(86_400_000) : 0;
    boolean reacted = !system && dice.chance(WITH_REACTIONS);
    String file = !system && dice.chance(WITH_FILES) ? file(id, room, author, at, deleted) : null;
    String text =
        system ? people.company.usernames[author] + " joined the channel." : prose.message(dice);
    long editedAt = edited ? at + 60_000 : 0;
    posts.add(id).add(at).add(deleted > 0 ? deleted : Math.max(at, editedAt)).add(editedAt);
    posts.add(deleted).add(dice.chance(2)).add(author(room, author)).add(room.id());
    posts.add(root == null ? "" : root.id).add("").add(text);
    posts.add(system ? "system_join_channel" : "").add(props(system, author)).add("").add("[]");
    posts.add(file == null ? "[]" : "[\"" + file + "\"]").add(reacted).end();
    if (edited) {
      earlier(id, at, editedAt, author(room, author), room, root);
    }
    if (reacted) {
      react(id, room, at);
    }
    if (deleted == 0) {
      book(number, author, id, at, root, system);
    }
    return edited ? 2 : 1;
  }

  private int room() {
    return dice.chance(DIRECT)
        ? teamRooms + dice.below(people.rooms.size() - teamRooms)
        : rooms.pick(dice);
  }

  /** Integrations speak in channels only. */
  private String author(DatabasePeople.Room room, int author) {
    return !room.direct() && author % 50 == 7
        ? people.bots[author % people.bots.length]
        : people.users[author];
  }

  private String props(boolean system, int author) {
    if (system) {
      return "{\"username\": \"" + people.company.usernames[author] + "\"}";
    }
    return dice.chance(20) ? "{\"from_webhook\": \"true\", \"override_username\": \"ci\"}" : "{}";
  }

  private void earlier(
      String id, long at, long editedAt, String author, DatabasePeople.Room room, Root root)
      throws IOException {
    posts.add(dice.id()).add(at).add(editedAt).add(0).add(editedAt).add(false).add(author);
    posts.add(room.id()).add(root == null ? "" : root.id).add(id).add(prose.message(dice));
    posts.add("").add("{}").add("").add("[]").add("[]").add(false).end();
  }

  private String file(String post, DatabasePeople.Room room, int author, long at, long deleted)
      throws IOException {
    String id = dice.id();
    String user = people.users[author];
    boolean image = dice.chance(500);
    String name = (dice.chance(200) ? "Entw\u00FCrfe " : "report-") + dice.below(10_000);
    String extension = image ? "png" : "pdf";
    String folder =
        DAY.format(Instant.ofEpochMilli(at))
            + "/teams/noteam/channels/"
            + room.id()
            + "/users/"
            + user
            + "/"
            + id
            + "/";
    files.add(id).add(user).add(post).add(at).add(at).add(deleted);
    files.add(folder + name + "." + extension);
    files.add(image ? folder + name + "_thumb.jpg" : "");
    files.add(image ? folder + name + "_preview.jpg" : "").add(name + "." + extension);
    files.add(extension).add(1 + dice.spread(200_000));
    files.add(image ? "image/png" : "application/pdf").add(image ? 640 : 0).add(image ? 480 : 0);
    files.add(image).add("").add(false).add(room.id()).end();
    return id;
  }

  private void react(String post, DatabasePeople.Room room, long at) throws IOException {
    int[] members = room.members();
    int count = 1 + (int) Math.min(members.length - 1, dice.spread(1));
    int first = dice.below(members.length);
    String emoji = EMOJI[dice.below(EMOJI.length)];
    long time = at;
    for (int i = 0; i < count; i++) {
      time += 1 + dice.spread(300_000);
      reactions.add(people.users[members[(first + i) % members.length]]).add(post).add(emoji);
      reactions.add(time).add(time).add(room.id()).end();
    }
  }

  private void book(int room, int author, String id, long at, Root root, boolean system)
      throws IOException {
    lastPosts[room] = at;
    if (system) {
      return;
    }
    counts[room]++;
    if (root == null) {
      rootCounts[room]++;
      int slot = opened++ % OPEN_THREADS;
      close(open[slot]);
      open[slot] = new Root(id, room, author, at);
    } else {
      root.replies++;
      root.lastReplyAt = at;
      root.participants.add(author);
    }
  }

  /** Writes what is known of a thread once nobody answers any more. */
  private void close(Root root) throws IOException {
    if (root == null || root.replies == 0) {
      return;
    }
    DatabasePeople.Room room = people.rooms.get(root.room);
    StringBuilder participants = new StringBuilder("[");
    for (int user : root.participants) {
      participants.append(participants.length() > 1 ? ", \"" : "\"");
      participants.append(people.users[user]).append('"');
    }
    threads.add(root.id).add(root.replies).add(root.lastReplyAt);
    threads.add(participants.append(']').toString()).add(room.id());
    threads.add(room.direct() ? "" : people.teams[room.team()]).end();
    root.participants.add(root.author);
    for (int user : root.participants) {
      memberships.add(root.id).add(people.users[user]).add(!dice.chance(30));
      memberships.add(root.lastReplyAt).add(root.createAt).add(0).end();
    }
  }
}
