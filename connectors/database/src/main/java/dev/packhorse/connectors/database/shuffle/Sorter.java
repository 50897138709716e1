package dev.packhorse.connectors.database.shuffle;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts entries of a key and a value by their keys, as bytes without sign, then by their values,
 * whatever their number. Each thread that adds has a {@link Lane} of its own; what comes out does
 * not depend on who added what.
 */
public final class Sorter implements Closeable {
  private static final int RUN = 8 << 20;
  private static final int BLOCK = 48 * 1024;

  /** Written once and read once: fast rather than small. */
  private static final int LEVEL = -3;

  private final FileChannel file;
  private final List<Run> runs = new ArrayList<>();
  private long end;

  /** Blocks of a run: offset, stored length, length, in turn. */
  private record Run(LongList blocks) {}

  /** Takes entries in their order. */
  @FunctionalInterface
  public interface Taker {
    /** The buffers are good until the next call. */
    void take(byte[] key, int keyLength, byte[] value, int from, int length) throws IOException;
  }

  /**
   * @param path of a file that must not exist yet
   */
  public Sorter(Path path) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** What one thread adds. To be closed before {@link #forEach}. */
  public final class Lane implements Closeable {
    private final Bytes entries = new Bytes(64 * 1024);
    private final Bytes block = new Bytes(BLOCK * 2);
    private int[] starts = new int[1024];
    private int count;
    private ZstdCompressCtx compression;
    private byte[] stored = {};

    private Lane() {}

    public void add(Bytes key, byte[] value, int from, int length) throws IOException {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = entries.size();
      entries.varint(key.size());
      entries.varint(length);
      entries.write(key.array(), 0, key.size());
      entries.write(value, from, length);
      if (entries.size() >= RUN) {
        run();
      }
    }

    /** Brings what was added to disk; adding may go on afterwards. */
    @Override
    public void close() throws IOException {
      try {
        if (count > 0) {
          run();
        }
      } finally {
        if (compression != null) {
          compression.close();
          compression = null;
        }
      }
    }

    private void run() throws IOException {
      if (compression == null) {
        compression = new ZstdCompressCtx().setLevel(LEVEL);
      }
      byte[] bytes = entries.array();
      Entry[] order = new Entry[count];
      for (int i = 0; i < count; i++) {
        order[i] = new Entry(bytes, starts[i]);
      }
      Arrays.sort(order);
      LongList blocks = new LongList();
      for (Entry entry : order) {
        block.write(bytes, entry.at, entry.end - entry.at);
        if (block.size() >= BLOCK) {
          flush(blocks);
        }
      }
      flush(blocks);
      synchronized (runs) {
        runs.add(new Run(blocks));
      }
      count = 0;
      entries.clear();
    }

    private void flush(LongList blocks) throws IOException {
      if (block.size() == 0) {
        return;
      }
      int bound = (int) Zstd.compressBound(block.size());
      if (stored.length < bound) {
        stored = new byte[bound];
      }
      int length =
          compression.compressByteArray(stored, 0, stored.length, block.array(), 0, block.size());
      blocks.add(append(stored, length));
      blocks.add(length);
      blocks.add(block.size());
      block.clear();
    }
  }

  public Lane lane() {
    return new Lane();
  }

  private long append(byte[] bytes, int length) throws IOException {
    long at;
    synchronized (runs) {
      at = end;
      end += length;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    long position = at;
    while (buffer.hasRemaining()) {
      position += file.write(buffer, position);
    }
    return at;
  }

  /** Hands over all entries in order. */
  public void forEach(Taker taker) throws IOException {
    try (ZstdDecompressCtx unpacking = new ZstdDecompressCtx()) {
      merge(taker, unpacking);
    }
  }

  private void merge(Taker taker, ZstdDecompressCtx unpacking) throws IOException {
    PriorityQueue<Cursor> heads = new PriorityQueue<>(Math.max(1, runs.size()));
    for (Run run : runs) {
      Cursor cursor = new Cursor(run, unpacking);
      if (cursor.advance()) {
        heads.add(cursor);
      }
    }
    Bytes key = new Bytes(256);
    while (!heads.isEmpty()) {
      Cursor first = heads.poll();
      Entry entry = first.entry;
      key.clear();
      key.write(entry.bytes, entry.key, entry.value - entry.key);
      taker.take(key.array(), key.size(), entry.bytes, entry.value, entry.end - entry.value);
      if (first.advance()) {
        heads.add(first);
      }
    }
  }

  /** Removes the file. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  /** One entry in a buffer. */
  private static final class Entry implements Comparable<Entry> {
    private final byte[] bytes;
    private final int at;
    private final int key;
    private final int value;
    private final int end;

    Entry(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
      int next = at;
      int[] lengths = new int[2];
      for (int i = 0; i < 2; i++) {
        int shift = 0;
        byte b;
        do {
          b = bytes[next++];
          lengths[i] |= (b & 0x7F) << shift;
          shift += 7;
        } while (b < 0);
      }
      this.key = next;
      this.value = next + lengths[0];
      this.end = value + lengths[1];
    }

    @Override
    public int compareTo(Entry other) {
      int byKey = Arrays.compareUnsigned(bytes, key, value, other.bytes, other.key, other.value);
      return byKey != 0
          ? byKey
          : Arrays.compareUnsigned(bytes, value, end, other.bytes, other.value, other.end);
    }
  }

  /** Stored blocks pass through here, those of all runs in turn. */
  private byte[] stored = {};

  /** Walks over one run. */
  private final class Cursor implements Comparable<Cursor> {
    private final Run run;
    private final ZstdDecompressCtx unpacking;
    private int nextBlock;
    private byte[] block = {};
    private int at;
    private Entry entry;

    Cursor(Run run, ZstdDecompressCtx unpacking) {
      this.run = run;
      this.unpacking = unpacking;
    }

    boolean advance() throws IOException {
      if (at == block.length) {
        if (nextBlock == run.blocks.size()) {
          return false;
        }
        int length = (int) run.blocks.get(nextBlock + 1);
        if (stored.length < length) {
          stored = new byte[length];
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored, 0, length);
        long position = run.blocks.get(nextBlock);
        while (buffer.hasRemaining()) {
          int count = file.read(buffer, position);
          if (count < 0) {
            throw new IOException("the file of sorted runs was cut off");
          }
          position += count;
        }
        block = new byte[(int) run.blocks.get(nextBlock + 2)];
        unpacking.decompressByteArray(block, 0, block.length, stored, 0, length);
        nextBlock += 3;
        at = 0;
      }
      entry = new Entry(block, at);
      at = entry.end;
      return true;
    }

    @Override
    public int compareTo(Cursor other) {
      return entry.compareTo(other.entry);
    }
  }
}
