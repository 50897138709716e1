package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.rows.FoundFile;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.formats.archive.PathRules;
import dev.packhorse.formats.schema.FileLookup;
import dev.packhorse.formats.schema.ImageFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The files that staged records name, sorted by path, on disk: a list of paths, and for each its
 * place there, its size, and of a picture the pixels, as they were at staging. Nothing of it is
 * held in memory.
 */
final class StagedFiles implements FileLookup, Closeable {
  private static final int ENTRY = 28;
  private static final String DATA = "data";

  /** Pictures that servers decode at import. */
  private static final String PROFILES = "users/";

  /** A whole picture, as servers make them; of a longer one the head tells too little. */
  private static final int HEAD = 64 << 10;

  private final FileChannel index;
  private final FileChannel paths;
  private final int count;
  private final FileStore store;

  /**
   * @param store null if nothing will be opened
   */
  StagedFiles(Path folder, FileStore store) throws IOException {
    this.index = FileChannel.open(folder.resolve("files.index"));
    this.paths = FileChannel.open(folder.resolve("files.paths"));
    this.count = Math.toIntExact(index.size() / ENTRY);
    this.store = store;
  }

  /** Writes the list. */
  static final class Writer implements Closeable {
    private final DataOutputStream index;
    private final DataOutputStream paths;
    private long at;

    Writer(Path folder) throws IOException {
      index = stream(folder.resolve("files.index"));
      paths = stream(folder.resolve("files.paths"));
    }

    private static DataOutputStream stream(Path file) throws IOException {
      return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Files come sorted by the bytes of their paths. */
    void add(String path, long size, long pixels) throws IOException {
      byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
      index.writeLong(at);
      index.writeInt(bytes.length);
      index.writeLong(size);
      index.writeLong(pixels);
      paths.write(bytes);
      at += bytes.length;
    }

    @Override
    public void close() throws IOException {
      try (index) {
        paths.close();
      }
    }
  }

  @Override
  public boolean known() {
    return store != null;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int find(String path) {
    String resolved = PathRules.resolve(DATA, path).orElse(null);
    if (resolved == null) {
      return REJECTED;
    }
    return findExact(resolved);
  }

  @Override
  public int findExact(String entryName) {
    if (!entryName.startsWith(DATA + "/")) {
      return MISSING;
    }
    byte[] wanted = entryName.substring(DATA.length() + 1).getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(path(middle), wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return MISSING;
  }

  private byte[] path(int id) {
    ByteBuffer entry = entry(id);
    long at = entry.getLong();
    return read(paths, at, entry.getInt()).array();
  }

  private ByteBuffer entry(int id) {
    return read(index, (long) id * ENTRY, ENTRY);
  }

  private static ByteBuffer read(FileChannel file, long at, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining()) {
        if (file.read(buffer, at + buffer.position()) < 0) {
          throw new IOException("the list of staged files was cut off");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.flip();
  }

  @Override
  public String name(int id) {
    return DATA + "/" + new String(path(id), StandardCharsets.UTF_8);
  }

  @Override
  public long size(int id) {
    ByteBuffer entry = entry(id);
    return entry.getLong(12);
  }

  /** As seen at staging, whatever became of the picture since. */
  @Override
  public long pixels(int id) throws IOException {
    long seen = seen(id);
    return seen == FoundFile.UNSEEN ? FileLookup.super.pixels(id) : seen;
  }

  private long seen(int id) {
    return entry(id).getLong(20);
  }

  @Override
  public InputStream open(int id) throws IOException {
    return store.open(new String(path(id), StandardCharsets.UTF_8));
  }

  /** All files for a target. */
  Iterable<SourceFile> outgoing() {
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public SourceFile next() {
            String path = new String(path(next), StandardCharsets.UTF_8);
            boolean picture = path.startsWith(PROFILES) && seen(next) >= 0;
            long size = size(next++);
            return new SourceFile(
                path, size, () -> picture ? stillPicture(path) : store.open(path));
          }
        };
  }

  /**
   * A picture of a user that was one at staging. If it was broken since, or is being written just
   * now, it is better lost and told than in an archive whose import would end there.
   */
  private InputStream stillPicture(String path) throws IOException {
    InputStream in = store.open(path);
    try {
      byte[] head = in.readNBytes(HEAD);
      if (head.length < HEAD && ImageFile.pixels(new ByteArrayInputStream(head)) < 0) {
        throw new IOException("it is no picture any more that can be decoded");
      }
      return new SequenceInputStream(new ByteArrayInputStream(head), in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (index) {
      paths.close();
    }
  }
}
