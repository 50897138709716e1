package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Entries;
import dev.packhorse.connectors.database.shuffle.Keys;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.schema.TargetVersion;
import java.io.IOException;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes and keeps the records of threads. Used by one thread. */
final class ThreadWorker extends RecordWorker {
  /** From here on all files are looked up in the archive, and not by the entry's name. */
  private static final TargetVersion LINKS = new TargetVersion(6, 0);

  private final Map<Part, Sidecar.Page> pages = new EnumMap<>(Part.class);
  private final Map<ChannelInfo, byte[]> places = new IdentityHashMap<>();
  private final ThreadPartition partition;

  ThreadWorker(Workshop shop) {
    super(shop);
    boolean old = shop.target.version().compareTo(LINKS) < 0;
    Supplier<List<String>> teams =
        () -> shop.roster.teams().stream().map(TeamInfo::id).sorted().toList();
    Attachments inChannels =
        new Attachments(stored, shop.books, shop.notes, old ? "data/" : "", teams);
    Attachments others = new Attachments(stored, shop.books, shop.notes, "", teams);
    PostMaker maker = new PostMaker(shop.roster, shop.books, shop.notes, inChannels, others);
    partition =
        new ThreadPartition(
            shop.threadCodecs,
            shop.roster,
            shop.books,
            shop.notes,
            shop.parts,
            maker,
            this::toSidecar);
  }

  private boolean toSidecar(Part part, Row post) throws IOException {
    if (!shop.parts.contains(part)) {
      return false;
    }
    Sidecar.Page page = pages.get(part);
    if (page == null) {
      page = shop.sidecar.page(part.word(), shop.posts);
      pages.put(part, page);
    }
    page.add(post);
    return true;
  }

  @Override
  public void partition(int index) throws IOException {
    Entries entries = shop.byThread.read(index);
    partition.assemble(entries, this::thread);
  }

  private void thread(Message root, BulkRecord record) throws IOException {
    Row row = root.row;
    List<BulkRecord> pieces = LongThreads.pieces(record, this::size, root::id, shop.notes);
    byte[] place = places.computeIfAbsent(root.channel, ThreadWorker::place);
    for (int i = 0; i < pieces.size(); i++) {
      encode(pieces.get(i));
      key.clear();
      key.write(place, 0, place.length);
      key.sortable(root.createAt());
      key.write(row.buffer(PostRows.ID), row.start(PostRows.ID), row.length(PostRows.ID));
      key.write(i >>> 8);
      key.write(i);
      key.write(row.length(PostRows.ID));
      add(record instanceof DirectPost ? RecordType.DIRECT_POST : RecordType.POST);
    }
  }

  /** What the keys of a channel's messages begin with. */
  private static byte[] place(ChannelInfo channel) {
    return Keys.of(
        channel.direct()
            ? String.join(",", channel.usernames()) + '\0'
            : channel.team().name() + '\0' + channel.name() + '\0');
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
