package dev.packhorse.formats.schema;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of entries of five numbers in bounded memory: full runs are sorted and written
 * to a temporary file, and merged at the end. Entries are ordered by the numbers 0, 2 and 4.
 */
final class EntrySorter implements AutoCloseable {
  static final int WIDTH = 5;

  private static final int BYTES = WIDTH * Long.BYTES;
  private static final int MERGE_MEMORY = 16 << 20;

  private final Path folder;
  private final int runEntries;
  private final List<long[]> runs = new ArrayList<>();
  private long[] entries = new long[64 * WIDTH];
  private int count;
  private FileChannel channel;

  /** Takes the sorted entries one after the other. */
  interface Visitor {
    void entry(long a, long b, long c, long d, long e) throws IOException;
  }

  EntrySorter(Path folder, int runEntries) {
    this.folder = folder;
    this.runEntries = runEntries;
  }

  void add(long a, long b, long c, long d, long e) throws IOException {
    if (count == runEntries) {
      spill();
    }
    int at = count * WIDTH;
    if (at == entries.length) {
      int wanted = (int) Math.min((long) runEntries * WIDTH, entries.length * 2L);
      entries = Arrays.copyOf(entries, wanted);
    }
    entries[at] = a;
    entries[at + 1] = b;
    entries[at + 2] = c;
    entries[at + 3] = d;
    entries[at + 4] = e;
    count++;
  }

  /** Hands over all entries in order; afterwards there are none left. */
  void drain(Visitor visitor) throws IOException {
    EntryArrays.sort(entries, count);
    if (runs.isEmpty()) {
      for (int at = 0; at < count * WIDTH; at += WIDTH) {
        visitor.entry(
            entries[at], entries[at + 1], entries[at + 2], entries[at + 3], entries[at + 4]);
      }
    } else {
      spill();
      entries = new long[0];
      merge(visitor);
    }
    count = 0;
  }

  private void spill() throws IOException {
    if (channel == null) {
      Path file = Files.createTempFile(folder, "messages", ".spill");
      // On Unix the name is gone at once, so that not even a killed run leaves the file behind.
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    EntryArrays.sort(entries, count);
    long from = channel.size();
    ByteBuffer buffer = ByteBuffer.allocate(1600 * BYTES);
    long position = from;
    for (int i = 0; i < count * WIDTH; ) {
      buffer.clear();
      while (buffer.hasRemaining() && i < count * WIDTH) {
        buffer.putLong(entries[i++]);
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        position += channel.write(buffer, position);
      }
    }
    runs.add(new long[] {from, position});
    count = 0;
  }

  private void merge(Visitor visitor) throws IOException {
    int perRun = Math.max(100, MERGE_MEMORY / BYTES / runs.size());
    PriorityQueue<Run> queue = new PriorityQueue<>(runs.size());
    for (long[] bounds : runs) {
      Run run = new Run(channel, bounds[0], bounds[1], perRun);
      if (run.next()) {
        queue.add(run);
      }
    }
    for (Run run = queue.poll(); run != null; run = queue.poll()) {
      long[] entry = run.entry;
      visitor.entry(entry[0], entry[1], entry[2], entry[3], entry[4]);
      if (run.next()) {
        queue.add(run);
      }
    }
    runs.clear();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** One sorted run, read through a small buffer. */
  private static final class Run implements Comparable<Run> {
    private final long[] entry = new long[WIDTH];
    private final FileChannel channel;
    private final long end;
    private final ByteBuffer buffer;
    private long position;

    Run(FileChannel channel, long from, long end, int entries) {
      this.channel = channel;
      this.end = end;
      position = from;
      buffer = ByteBuffer.allocate(entries * BYTES).limit(0);
    }

    boolean next() throws IOException {
      if (!buffer.hasRemaining()) {
        if (position == end) {
          return false;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
        while (buffer.hasRemaining()) {
          int read = channel.read(buffer, position);
          if (read < 0) {
            throw new IOException("the temporary file became shorter");
          }
          position += read;
        }
        buffer.flip();
      }
      for (int i = 0; i < WIDTH; i++) {
        entry[i] = buffer.getLong();
      }
      return true;
    }

    @Override
    public int compareTo(Run other) {
      return EntryArrays.compare(entry, 0, other.entry, 0);
    }
  }
}
