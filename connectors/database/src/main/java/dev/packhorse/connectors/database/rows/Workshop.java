package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Partitions;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.shuffle.Sorter;
import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all who take part in an assembly share: who is who, the books, and what lies on disk. */
final class Workshop implements Closeable {
  /** In partitions by post: a reply's id and its root's. Not a tag of {@link ThreadPartition}. */
  static final int ROOT_OF = 5;

  final Set<Part> parts;
  final TargetProfile target;

  /** null if files are not to be looked for. */
  final FileStore store;

  final Books books = new Books();
  final Notes notes = new Notes();
  final Roster roster;
  final Definitions definitions;
  final Sidecar sidecar;

  final Partitions byUser;
  final Partitions byDirectChannel;
  final Partitions byPost;
  final Partitions byThread;

  /** Lines by type, and files by path. */
  final Map<RecordType, Sorter> lines = new EnumMap<>(RecordType.class);

  final Sorter files;

  final Query posts = Query.load("posts");
  final Query preferences = Query.load("preferences");
  final Map<Integer, RowCodec> threadCodecs =
      Map.of(
          ThreadPartition.POST, new RowCodec(ThreadPartition.POST, posts),
          ThreadPartition.REACTION, codec(ThreadPartition.REACTION, "reactions"),
          ThreadPartition.FILE, codec(ThreadPartition.FILE, "fileinfo"),
          ThreadPartition.SAVED, new RowCodec(ThreadPartition.SAVED, preferences),
          ThreadPartition.FOLLOWER, codec(ThreadPartition.FOLLOWER, "threadmemberships"));
  final Map<Integer, RowCodec> userCodecs =
      Map.of(
          UserPartition.USER, codec(UserPartition.USER, "users"),
          UserPartition.TEAM_MEMBER, codec(UserPartition.TEAM_MEMBER, "teammembers"),
          UserPartition.CHANNEL_MEMBER, codec(UserPartition.CHANNEL_MEMBER, "channelmembers"),
          UserPartition.PREFERENCE, new RowCodec(UserPartition.PREFERENCE, preferences));
  final Map<Integer, RowCodec> directCodecs =
      Map.of(
          DirectPartition.MEMBER, codec(DirectPartition.MEMBER, "channelmembers"),
          DirectPartition.FAVORITE, new RowCodec(DirectPartition.FAVORITE, preferences),
          DirectPartition.SHOWN, new RowCodec(DirectPartition.SHOWN, preferences));

  private final List<Closeable> opened = new ArrayList<>();

  /**
   * @param folder for what does not fit in memory; exists and is empty
   * @param threadPartitions into how many partitions posts go, each to fit in memory
   * @param userPartitions likewise accounts and direct channels
   */
  Workshop(
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

  private static RowCodec codec(int tag, String query) {
    return new RowCodec(tag, Query.load(query));
  }

  private <T extends Closeable> T opened(T each) {
    opened.add(each);
    return each;
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : opened) {
      each.close();
    }
  }
}
