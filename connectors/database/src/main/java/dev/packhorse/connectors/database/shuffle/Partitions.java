package dev.packhorse.connectors.database.shuffle;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Entries that many threads throw in, kept on disk by partition. One file; each partition is a
 * chain of blocks in it. Written first, then read.
 */
public final class Partitions implements Closeable {
  private static final int BLOCK = 32 * 1024;

  private final FileChannel file;
  private final Part[] parts;
  private long end;

  private static final class Part {
    private final Bytes pending = new Bytes(1024);
    private final LongList blocks = new LongList(); // offset and length of each in turn
    private long bytes;
  }

  /**
   * @param path of a file that must not exist yet
   */
  public Partitions(Path path, int count) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    parts = new Part[count];
    for (int i = 0; i < count; i++) {
      parts[i] = new Part();
    }
  }

  public int count() {
    return parts.length;
  }

  /** The partition of a key. */
  public int of(byte[] key, int from, int length) {
    return (int) ((Keys.hash(key, from, length) & Long.MAX_VALUE) % parts.length);
  }

  /** Adds one entry. May be called by many threads. */
  public void put(int partition, byte[] entry, int from, int length) throws IOException {
    Part part = parts[partition];
    synchronized (part) {
      part.pending.varint(length);
      part.pending.write(entry, from, length);
      if (part.pending.size() >= BLOCK) {
        flush(part);
      }
    }
  }

  private void flush(Part part) throws IOException {
    int size = part.pending.size();
    long at;
    synchronized (this) {
      at = end;
      end += size;
    }
    ByteBuffer bytes = ByteBuffer.wrap(part.pending.array(), 0, size);
    long position = at;
    while (bytes.hasRemaining()) {
      position += file.write(bytes, position);
    }
    part.blocks.add(at);
    part.blocks.add(size);
    part.bytes += size;
    part.pending.clear();
  }

  /** Bytes of a partition, once everything is written. */
  public long bytes(int partition) {
    Part part = parts[partition];
    return part.bytes + part.pending.size();
  }

  /**
   * All entries of a partition, in no particular order, each with its length in front; to be walked
   * with {@link Entries}. A partition can be read once, and is gone then.
   */
  public Entries read(int partition) throws IOException {
    Part part = parts[partition];
    long size = bytes(partition);
    if (size > Integer.MAX_VALUE - 16) {
      throw new IOException("a partition of " + size + " bytes is too large to be read at once");
    }
    byte[] all = new byte[(int) size];
    int done = 0;
    for (int i = 0; i < part.blocks.size(); i += 2) {
      ByteBuffer bytes = ByteBuffer.wrap(all, done, (int) part.blocks.get(i + 1));
      long position = part.blocks.get(i);
      while (bytes.hasRemaining()) {
        int count = file.read(bytes, position);
        if (count < 0) {
          throw new EOFException("the file of partitions was cut off");
        }
        position += count;
      }
      done += (int) part.blocks.get(i + 1);
    }
    System.arraycopy(part.pending.array(), 0, all, done, part.pending.size());
    parts[partition] = new Part();
    return new Entries(all, (int) size);
  }

  /** Removes the file. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
