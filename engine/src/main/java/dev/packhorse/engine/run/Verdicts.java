package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.OutgoingBatch.Action;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of each record of the source, two bits for one, in a file: a hundred million records
 * take 25 MB of disk and nothing of the heap. Writing is for one thread, reading for many.
 */
public final class Verdicts implements Closeable {
  private static final Action[] ACTIONS = Action.values();
  private static final int PIECE = 1 << 20;
  private static final long RECORDS_IN_PIECE = PIECE * 4L;

  private final FileChannel channel;
  private final List<MappedByteBuffer> pieces = new ArrayList<>();
  private final MapMode mode;

  private Verdicts(FileChannel channel, MapMode mode) {
    this.channel = channel;
    this.mode = mode;
  }

  /** An empty file in which every record passes. */
  public static Verdicts create(Path file) throws IOException {
    return new Verdicts(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE),
        MapMode.READ_WRITE);
  }

  /** What an earlier survey decided. */
  public static Verdicts open(Path file) throws IOException {
    Verdicts verdicts =
        new Verdicts(FileChannel.open(file, StandardOpenOption.READ), MapMode.READ_ONLY);
    long size = verdicts.channel.size();
    for (long at = 0; at < size; at += PIECE) {
      verdicts.pieces.add(verdicts.channel.map(MapMode.READ_ONLY, at, Math.min(PIECE, size - at)));
    }
    return verdicts;
  }

  /**
   * @param ordinal of the record, from 1
   */
  public void set(long ordinal, Action action) throws IOException {
    int piece = (int) (ordinal / RECORDS_IN_PIECE);
    while (pieces.size() <= piece) {
      pieces.add(channel.map(mode, (long) pieces.size() * PIECE, PIECE));
    }
    int index = (int) (ordinal % RECORDS_IN_PIECE);
    ByteBuffer buffer = pieces.get(piece);
    int shift = (index & 3) * 2;
    int rest = buffer.get(index >> 2) & ~(3 << shift);
    buffer.put(index >> 2, (byte) (rest | action.ordinal() << shift));
  }

  public Action get(long ordinal) {
    int piece = (int) (ordinal / RECORDS_IN_PIECE);
    int index = (int) (ordinal % RECORDS_IN_PIECE);
    if (piece >= pieces.size() || index >> 2 >= pieces.get(piece).limit()) {
      return Action.PASS;
    }
    return ACTIONS[pieces.get(piece).get(index >> 2) >> ((index & 3) * 2) & 3];
  }

  /** Whether all of these records pass. */
  public boolean pass(long first, int count) {
    for (long ordinal = first; ordinal < first + count; ordinal++) {
      if (get(ordinal) != Action.PASS) {
        return false;
      }
    }
    return true;
  }

  /** Brings everything to disk. */
  public void force() {
    pieces.forEach(MappedByteBuffer::force);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
