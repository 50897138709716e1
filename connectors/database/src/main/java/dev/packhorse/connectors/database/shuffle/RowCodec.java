package dev.packhorse.connectors.database.shuffle;

import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.database.snapshot.Row;
import java.io.IOException;

/** Puts the rows of one query into partitions and takes them out again. */
public final class RowCodec {
  private final int tag;
  private final boolean[] numeric;

  /**
   * @param tag tells rows of this query from others in the same partition; 0 to 127
   */
  public RowCodec(int tag, Query query) {
    this.tag = tag;
    this.numeric = new boolean[query.columns().size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = query.columns().get(i).kind() == Query.Kind.NUMBER;
    }
  }

  /** The tag of the entry that lies here. */
  public static int tag(Entries entries) {
    return entries.bytes()[entries.start()];
  }

  /**
   * Puts a row into the partition of a key.
   *
   * @param scratch belongs to the calling thread; its contents are lost
   */
  public void put(Row row, byte[] key, int from, int length, Partitions to, Bytes scratch)
      throws IOException {
    scratch.clear();
    scratch.write(tag);
    StoredRow.write(row, numeric, scratch);
    to.put(to.of(key, from, length), scratch.array(), 0, scratch.size());
  }

  /** Puts a row into the partition of one of its own text columns. */
  public void put(Row row, int keyColumn, Partitions to, Bytes scratch) throws IOException {
    put(row, row.buffer(keyColumn), row.start(keyColumn), row.length(keyColumn), to, scratch);
  }

  /** The row that lies here; good for as long as the partition is. */
  public StoredRow read(Entries entries) {
    return new StoredRow(entries.bytes(), entries.start() + 1, numeric);
  }
}
