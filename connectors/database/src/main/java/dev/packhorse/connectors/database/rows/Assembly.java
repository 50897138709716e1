package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.connectors.database.shuffle.Entries;
import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.shuffle.Partitions;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.shuffle.Sorter;
import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.database.snapshot.RowSink;
import dev.packhorse.connectors.database.snapshot.Scan;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Channel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Role;
import dev.packhorse.formats.model.Scheme;
import dev.packhorse.formats.model.Team;
import dev.packhorse.formats.schema.TargetProfile;
import dev.packhorse.formats.schema.TargetVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All of it: rows in, sorted lines out. The order of calls is that of the methods: the scans of
 * {@link #definitions}, {@link #members} and {@link #contents} are read one list after the other,
 * then {@link #assemble} makes the records.
 */
public final class Assembly implements Closeable {
  private static final TargetVersion BOT_LINES = new TargetVersion(10, 3);
  private static final TargetVersion PARTICIPANTS = new TargetVersion(10, 1);

  /** In partitions by post: a reply's id and its root's. */
  private static final int ROOT_OF = 5;

  private static final int CHANNEL = 1;

  private final Set<Part> parts;
  private final TargetProfile target;
  private final FileStore store;
  private final Books books;
  private final Notes notes;
  private final Roster roster;
  private final Definitions definitions;
  private final Sidecar sidecar;

  private final Partitions byUser;
  private final Partitions byDirectChannel;
  private final Partitions byPost;
  private final Partitions byThread;

  private final Map<RecordType, Sorter> lines = new EnumMap<>(RecordType.class);
  private final Sorter files;
  private final List<Closeable> opened = new ArrayList<>();

  private final Query posts = Query.load("posts");
  private final Query users = Query.load("users");
  private final Query preferences = Query.load("preferences");
  private final Map<Integer, RowCodec> threadCodecs =
      Map.of(
          ThreadPartition.POST, new RowCodec(ThreadPartition.POST, posts),
          ThreadPartition.REACTION, codec(ThreadPartition.REACTION, "reactions"),
          ThreadPartition.FILE, codec(ThreadPartition.FILE, "fileinfo"),
          ThreadPartition.SAVED, codec(ThreadPartition.SAVED, "preferences"),
          ThreadPartition.FOLLOWER, codec(ThreadPartition.FOLLOWER, "threadmemberships"));
  private final Map<Integer, RowCodec> userCodecs =
      Map.of(
          UserPartition.USER, new RowCodec(UserPartition.USER, users),
          UserPartition.TEAM_MEMBER, codec(UserPartition.TEAM_MEMBER, "teammembers"),
          UserPartition.CHANNEL_MEMBER, codec(UserPartition.CHANNEL_MEMBER, "channelmembers"),
          UserPartition.PREFERENCE, codec(UserPartition.PREFERENCE, "preferences"));
  private final Map<Integer, RowCodec> directCodecs =
      Map.of(
          DirectPartition.MEMBER, codec(DirectPartition.MEMBER, "channelmembers"),
          DirectPartition.FAVORITE, codec(DirectPartition.FAVORITE, "preferences"),
          DirectPartition.SHOWN, codec(DirectPartition.SHOWN, "preferences"));

  /**
   * @param folder for what does not fit in memory; exists and is empty
   * @param store null if files are not to be looked for
   * @param threadPartitions into how many partitions posts go, each to fit in memory
   * @param userPartitions likewise accounts and direct channels
   */
  public Assembly(
      Path folder,
      Set<Part> parts,
      TargetProfile target,
      FileStore store,
      int threadPartitions,
      int userPartitions)
      throws IOException {
    this.parts = parts;
    this.target = target;
    this.store = store;
    this.books = new Books();
    this.notes = new Notes();
    this.roster = new Roster(parts, notes);
    this.definitions = new Definitions(roster, books, notes, parts, target);
    this.sidecar = opened(new Sidecar(folder));
    this.byUser = opened(new Partitions(folder.resolve("users"), userPartitions));
    this.byDirectChannel = opened(new Partitions(folder.resolve("direct"), userPartitions));
    this.byPost = opened(new Partitions(folder.resolve("by-post"), threadPartitions));
    this.byThread = opened(new Partitions(folder.resolve("by-thread"), threadPartitions));
    this.files = opened(new Sorter(folder.resolve("files.runs")));
    for (RecordType type :
        List.of(
            RecordType.USER,
            RecordType.BOT,
            RecordType.POST,
            RecordType.DIRECT_CHANNEL,
            RecordType.DIRECT_POST)) {
      lines.put(type, opened(new Sorter(folder.resolve(type.word() + ".runs"))));
    }
  }

  private <T extends Closeable> T opened(T each) {
    opened.add(each);
    return each;
  }

  private static RowCodec codec(int tag, String query) {
    return new RowCodec(tag, Query.load(query));
  }

  public Books books() {
    return books;
  }

  public Notes notes() {
    return notes;
  }

  public Sidecar sidecar() {
    return sidecar;
  }

  /** Who and what there is. */
  public List<Scan> definitions() {
    return List.of(
        scan("teams", "Teams", scratch -> roster::team),
        scan("channels", "Channels", scratch -> roster::channel),
        scan("schemes", "Schemes", scratch -> definitions::scheme),
        scan("roles", "Roles", scratch -> definitions::role),
        scan("emoji", "Emoji", scratch -> definitions::emoji),
        scan(
            "bots",
            "Bots",
            scratch ->
                row -> {
                  roster.bot(row);
                  definitions.bot(row);
                }),
        scan(
            "users",
            "Users",
            scratch ->
                row -> {
                  roster.user(row);
                  userCodecs.get(UserPartition.USER).put(row, 0, byUser, scratch);
                }));
  }

  /** Who is where; once the definitions are there. */
  public List<Scan> members() {
    return List.of(
        scan("channelmembers", "ChannelMembers", scratch -> row -> channelMember(row, scratch)),
        scan(
            "teammembers",
            "TeamMembers",
            scratch ->
                row -> userCodecs.get(UserPartition.TEAM_MEMBER).put(row, 0, byUser, scratch)));
  }

  private void channelMember(Row row, Bytes scratch) throws IOException {
    String channelId = row.text(CHANNEL);
    char type = roster.rawType(channelId);
    if (type != 'D' && type != 'G') {
      userCodecs.get(UserPartition.CHANNEL_MEMBER).put(row, 0, byUser, scratch);
      return;
    }
    if (type == 'G') {
      roster.groupMember(channelId, row.text(0));
    }
    directCodecs.get(DirectPartition.MEMBER).put(row, CHANNEL, byDirectChannel, scratch);
  }

  /** Everything else; once the members are there. */
  public List<Scan> contents() throws IOException {
    roster.arrange();
    definitions.closeBots();
    Bytes entry = new Bytes(64);
    for (ChannelInfo channel : roster.channels()) {
      if (channel.direct()) {
        byte[] id = Keys.of(channel.id());
        entry.clear();
        entry.write(DirectPartition.CHANNEL);
        entry.write(id, 0, id.length);
        byDirectChannel.put(byDirectChannel.of(id, 0, id.length), entry.array(), 0, entry.size());
      }
    }
    return List.of(
        scan("posts", "Posts", scratch -> row -> post(row, scratch)),
        scan(
            "reactions",
            "Reactions",
            scratch ->
                row -> threadCodecs.get(ThreadPartition.REACTION).put(row, 0, byPost, scratch)),
        scan("fileinfo", "FileInfo", scratch -> row -> file(row, scratch)),
        scan(
            "threadmemberships",
            "ThreadMemberships",
            scratch ->
                row -> threadCodecs.get(ThreadPartition.FOLLOWER).put(row, 0, byThread, scratch)),
        scan("preferences", "Preferences", scratch -> row -> preference(row, scratch)));
  }

  private void post(Row row, Bytes scratch) throws IOException {
    RowCodec codec = threadCodecs.get(ThreadPartition.POST);
    boolean byRoot = row.length(PostRows.ROOT_ID) > 0;
    if (!byRoot && row.length(PostRows.PARENT_ID) == 0) {
      codec.put(row, PostRows.ID, byThread, scratch);
      return;
    }
    int root = byRoot ? PostRows.ROOT_ID : PostRows.PARENT_ID;
    codec.put(row, root, byThread, scratch);
    scratch.clear();
    scratch.write(ROOT_OF);
    scratch.varint(row.length(PostRows.ID));
    scratch.write(row.buffer(PostRows.ID), row.start(PostRows.ID), row.length(PostRows.ID));
    scratch.write(row.buffer(root), row.start(root), row.length(root));
    int partition =
        byPost.of(row.buffer(PostRows.ID), row.start(PostRows.ID), row.length(PostRows.ID));
    byPost.put(partition, scratch.array(), 0, scratch.size());
  }

  private void file(Row row, Bytes scratch) throws IOException {
    if (row.length(1) == 0) {
      books.table("FileInfo").left(row.number(4) > 0 ? Reasons.DELETED : Reasons.NEVER_POSTED);
    } else {
      threadCodecs.get(ThreadPartition.FILE).put(row, 1, byPost, scratch);
    }
  }

  private void preference(Row row, Bytes scratch) throws IOException {
    switch (row.text(1)) {
      case "flagged_post" -> threadCodecs.get(ThreadPartition.SAVED).put(row, 2, byPost, scratch);
      case "direct_channel_show", "group_channel_show" -> shown(row, scratch);
      case "favorite_channel" -> {
        ChannelInfo channel = roster.channel(row.text(2));
        if (channel != null && channel.direct()) {
          directCodecs.get(DirectPartition.FAVORITE).put(row, 2, byDirectChannel, scratch);
        } else {
          userCodecs.get(UserPartition.PREFERENCE).put(row, 0, byUser, scratch);
        }
      }
      default -> userCodecs.get(UserPartition.PREFERENCE).put(row, 0, byUser, scratch);
    }
  }

  private void shown(Row row, Bytes scratch) throws IOException {
    ChannelInfo channel = roster.shown(row.text(1), row.text(0), row.text(2));
    if (channel == null) {
      books.table("Preferences").left(Reasons.CHANNEL_MISSING);
      return;
    }
    byte[] id = Keys.of(channel.id());
    directCodecs.get(DirectPartition.SHOWN).put(row, id, 0, id.length, byDirectChannel, scratch);
  }

  /** One scan whose rows are counted. */
  private Scan scan(String query, String table, Function<Bytes, RowSink> sink) {
    Books.Table book = books.table(table);
    return new Scan(
        Query.load(query),
        () -> {
          RowSink to = sink.apply(new Bytes(1024));
          return row -> {
            book.read();
            to.row(row);
          };
        });
  }

  /** Makes all records; nothing is read from the database any more. */
  public void assemble(int threads) throws IOException {
    Parallel.run(threads, byPost.count(), () -> this::resolve);
    Parallel.run(threads, byThread.count(), ThreadWorker::new);
    Parallel.run(threads, byUser.count(), UserWorker::new);
    Parallel.run(threads, byDirectChannel.count(), DirectWorker::new);
  }

  /** Sends what hangs on posts to the threads of these posts. */
  private void resolve(int partition) throws IOException {
    Entries entries = byPost.read(partition);
    Map<String, byte[]> roots = new java.util.HashMap<>();
    Entries again = entries.fromStart();
    while (entries.next()) {
      if (RowCodec.tag(entries) == ROOT_OF) {
        int length = entries.bytes()[entries.start() + 1];
        int id = entries.start() + 2;
        String post =
            new String(entries.bytes(), id, length, java.nio.charset.StandardCharsets.UTF_8);
        roots.put(
            post,
            java.util.Arrays.copyOfRange(
                entries.bytes(), id + length, entries.start() + entries.length()));
      }
    }
    while (again.next()) {
      int tag = RowCodec.tag(again);
      if (tag != ROOT_OF) {
        Row row = threadCodecs.get(tag).read(again);
        int column = tag == ThreadPartition.FILE ? 1 : tag == ThreadPartition.SAVED ? 2 : 0;
        byte[] root = roots.get(row.text(column));
        int to =
            root == null
                ? byThread.of(row.buffer(column), row.start(column), row.length(column))
                : byThread.of(root, 0, root.length);
        byThread.put(to, again.bytes(), again.start(), again.length());
      }
    }
  }

  /** What all workers do with a record. */
  private abstract class Output implements Parallel.Worker {
    private final LineEncoder encoder = new LineEncoder(Escaping.PLAIN);
    private final Map<RecordType, Sorter.Lane> lanes = new EnumMap<>(RecordType.class);
    final Sorter.Lane filesLane = files.lane();
    final StoredFiles stored = new StoredFiles(store, filesLane);
    final Bytes key = new Bytes(256);
    final Bytes line = new Bytes(64 * 1024);

    void encode(BulkRecord record) throws IOException {
      line.clear();
      encoder.encode(record, null, line);
    }

    void add(RecordType type) throws IOException {
      Sorter.Lane lane = lanes.get(type);
      if (lane == null) {
        lane = lines.get(type).lane();
        lanes.put(type, lane);
      }
      lane.add(key, line.array(), 0, line.size());
    }

    void key(String text) {
      byte[] bytes = Keys.of(text);
      key.write(bytes, 0, bytes.length);
      key.write(0);
    }

    @Override
    public void end() throws IOException {
      for (Sorter.Lane lane : lanes.values()) {
        lane.close();
      }
      filesLane.close();
    }
  }

  private final class ThreadWorker extends Output {
    private final Map<Part, Sidecar.Page> pages = new EnumMap<>(Part.class);
    private final ThreadPartition partition;

    ThreadWorker() {
      boolean old = target.version().compareTo(new TargetVersion(6, 0)) < 0;
      Attachments inChannels = new Attachments(stored, books, notes, old ? "data/" : "");
      Attachments others = new Attachments(stored, books, notes, "");
      PostMaker maker = new PostMaker(roster, books, notes, inChannels, others);
      partition =
          new ThreadPartition(threadCodecs, roster, books, notes, parts, maker, this::toSidecar);
    }

    private boolean toSidecar(Part part, Row post) throws IOException {
      if (!parts.contains(part)) {
        return false;
      }
      Sidecar.Page page = pages.get(part);
      if (page == null) {
        page = sidecar.page(part.word(), posts);
        pages.put(part, page);
      }
      page.add(post);
      return true;
    }

    @Override
    public void partition(int index) throws IOException {
      Entries entries = byThread.read(index);
      partition.assemble(entries, entries.fromStart(), this::thread);
    }

    private void thread(ChannelInfo channel, String id, BulkRecord record) throws IOException {
      List<BulkRecord> pieces = LongThreads.pieces(record, this::size, id, notes);
      for (int i = 0; i < pieces.size(); i++) {
        encode(pieces.get(i));
        key.clear();
        if (channel.direct()) {
          key(String.join(",", channel.usernames()));
        } else {
          key(channel.team().name());
          key(channel.name());
        }
        key.sortable(LongThreads.createAt(record));
        byte[] idBytes = Keys.of(id);
        key.write(idBytes, 0, idBytes.length);
        key.write(i >>> 8);
        key.write(i);
        key.write(idBytes.length);
        add(record instanceof DirectPost ? RecordType.DIRECT_POST : RecordType.POST);
      }
    }

    private int size(BulkRecord record) throws IOException {
      encode(record);
      return line.size();
    }

    @Override
    public void end() throws IOException {
      for (Sidecar.Page page : pages.values()) {
        page.close();
      }
      super.end();
    }
  }

  private final class UserWorker extends Output {
    private final UserPartition partition;
    private Sidecar.Page page;

    UserWorker() {
      UserMaker maker = new UserMaker(roster, definitions, stored, books, notes, parts);
      boolean botLines = target.version().compareTo(BOT_LINES) >= 0;
      partition =
          new UserPartition(
              userCodecs, roster, definitions, books, notes, maker, botLines, this::toSidecar);
    }

    private boolean toSidecar(Row preference) throws IOException {
      if (!parts.contains(Part.PREFERENCES)) {
        return false;
      }
      if (page == null) {
        page = sidecar.page(Part.PREFERENCES.word(), preferences);
      }
      page.add(preference);
      return true;
    }

    @Override
    public void partition(int index) throws IOException {
      partition.assemble(byUser.read(index), this::account);
    }

    private void account(Person person, BulkRecord record) throws IOException {
      encode(record);
      key.clear();
      key(person.username());
      add(record.recordType());
    }

    @Override
    public void end() throws IOException {
      if (page != null) {
        page.close();
      }
      super.end();
    }
  }

  private final class DirectWorker extends Output {
    private final DirectPartition partition =
        new DirectPartition(
            directCodecs, roster, books, notes, target.version().compareTo(PARTICIPANTS) >= 0);

    @Override
    public void partition(int index) throws IOException {
      partition.assemble(
          byDirectChannel.read(index),
          (channel, record) -> {
            encode(record);
            key.clear();
            key(String.join(",", channel.usernames()));
            key(channel.id());
            add(RecordType.DIRECT_CHANNEL);
          });
    }
  }

  /** Takes lines in the order of the archive. */
  @FunctionalInterface
  public interface Lines {
    /**
     * @param id of the row it was made of, or the name of what has a name; to its length
     */
    void line(RecordType type, byte[] id, byte[] bytes, int from, int length) throws IOException;
  }

  /** Hands out all lines but the version's, in the order of the archive. */
  public void lines(Lines to) throws IOException {
    Output output =
        new Output() {
          @Override
          public void partition(int index) {}
        };
    for (BulkRecord record : definitions.roles()) {
      line(record, output, to);
    }
    for (BulkRecord record : definitions.schemes()) {
      line(record, output, to);
    }
    for (BulkRecord record : definitions.emoji(output.stored)) {
      line(record, output, to);
    }
    for (BulkRecord record : definitions.teams()) {
      line(record, output, to);
    }
    for (BulkRecord record : definitions.channels()) {
      line(record, output, to);
    }
    for (Person person : roster.made()) {
      output.encode(UserMaker.standIn(person));
      output.key.clear();
      output.key(person.username());
      output.add(RecordType.USER);
    }
    output.end();
    for (Map.Entry<RecordType, Sorter> each : lines.entrySet()) {
      RecordType type = each.getKey();
      boolean messages = type == RecordType.POST || type == RecordType.DIRECT_POST;
      Twins twins = new Twins(notes);
      each.getValue()
          .forEach(
              (key, keyLength, bytes, from, length) -> {
                if (messages && twins.moved(key, keyLength, bytes, from, length)) {
                  to.line(
                      type, id(type, key, keyLength), twins.line().array(), 0, twins.line().size());
                } else {
                  to.line(type, id(type, key, keyLength), bytes, from, length);
                }
              });
    }
  }

  private static void line(BulkRecord record, Output output, Lines to) throws IOException {
    output.encode(record);
    to.line(record.recordType(), Keys.of(name(record)), output.line.array(), 0, output.line.size());
  }

  private static String name(BulkRecord record) {
    if (record instanceof Role role) {
      return role.name();
    }
    if (record instanceof Scheme scheme) {
      return scheme.name();
    }
    if (record instanceof Emoji emoji) {
      return emoji.name();
    }
    return record instanceof Team team ? team.name() : ((Channel) record).name();
  }

  /** Keys of messages end in the id, two bytes and its length; others in a name and a NUL. */
  private static byte[] id(RecordType type, byte[] key, int length) {
    if (type == RecordType.POST || type == RecordType.DIRECT_POST) {
      int idLength = key[length - 1] & 0xFF;
      return Arrays.copyOfRange(key, length - 3 - idLength, length - 3);
    }
    int from = length - 1;
    while (from > 0 && key[from - 1] != 0) {
      from--;
    }
    return Arrays.copyOfRange(key, from, length - 1);
  }

  /** Takes files in the order of their paths. */
  @FunctionalInterface
  public interface Files {
    void file(String path, long size) throws IOException;
  }

  /** Hands out all files once, sorted by path; after {@link #lines}. */
  public void files(Files to) throws IOException {
    String[] last = {null};
    files.forEach(
        (key, keyLength, bytes, from, length) -> {
          String path = new String(key, 0, keyLength, java.nio.charset.StandardCharsets.UTF_8);
          if (!path.equals(last[0])) {
            last[0] = path;
            long size = 0;
            for (int i = from, shift = 0; i < from + length; i++, shift += 7) {
              size |= (long) (bytes[i] & 0x7F) << shift;
            }
            to.file(path, size);
          }
        });
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : opened) {
      each.close();
    }
  }
}
