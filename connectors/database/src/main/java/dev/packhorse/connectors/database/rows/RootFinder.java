package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.ByKey;
import dev.packhorse.connectors.database.shuffle.Entries;
import dev.packhorse.connectors.database.shuffle.RowCodec;
import dev.packhorse.connectors.database.snapshot.Row;
import java.io.IOException;
import java.util.Arrays;

/** Sends what hangs on posts to the threads of these posts. */
final class RootFinder implements Parallel.Worker {
  private final Workshop shop;

  RootFinder(Workshop shop) {
    this.shop = shop;
  }

  @Override
  public void partition(int partition) throws IOException {
    Entries entries = shop.byPost.read(partition);
    ByKey<byte[]> roots = new ByKey<>(1024);
    Entries again = entries.fromStart();
    while (entries.next()) {
      if (RowCodec.tag(entries) == Workshop.ROOT_OF) {
        int length = entries.bytes()[entries.start() + 1];
        int id = entries.start() + 2;
        roots.put(
            entries.bytes(),
            id,
            length,
            Arrays.copyOfRange(entries.bytes(), id + length, entries.start() + entries.length()));
      }
    }
    while (again.next()) {
      int tag = RowCodec.tag(again);
      if (tag != Workshop.ROOT_OF) {
        Row row = shop.threadCodecs.get(tag).read(again);
        int column = ThreadPartition.postColumn(tag);
        byte[] root = roots.get(row, column);
        int to =
            root == null
                ? shop.byThread.of(row.buffer(column), row.start(column), row.length(column))
                : shop.byThread.of(root, 0, root.length);
        shop.byThread.put(to, again.bytes(), again.start(), again.length());
      }
    }
  }
}
