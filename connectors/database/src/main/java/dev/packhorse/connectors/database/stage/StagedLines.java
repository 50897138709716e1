package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.rows.Assembly;
import dev.packhorse.connectors.database.shuffle.Bytes;
import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.lines.TypeRuns;
import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.archive.ArchiveWriter;
import dev.packhorse.formats.archive.EncodedSegment;
import dev.packhorse.formats.archive.WriterOptions;
import dev.packhorse.formats.jsonl.Escaping;
import dev.packhorse.formats.jsonl.LineEncoder;
import dev.packhorse.formats.model.Info;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Version;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the staged lines: {@code lines.jsonl.zst} in frames that can be found again, the row of
 * each line, and where each type begins. While one block is compressed, the next one is filled.
 */
final class StagedLines implements Assembly.Lines, Closeable {
  static final String LINES = "lines.jsonl.zst";
  private static final String RANGES = "ranges";
  private static final int BLOCK = 256 * 1024;

  private final Path folder;
  private final ArchiveWriter writer;
  private final LinePlaces.Writer places;
  private final TypeRuns runs = new TypeRuns();
  private final ExecutorService encoding =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "packhorse-encode");
            thread.setDaemon(true);
            return thread;
          });
  private Bytes block = new Bytes(BLOCK * 2);
  private Bytes other = new Bytes(BLOCK * 2);
  private Future<EncodedSegment> encoded;
  private long lines;
  private long offset;

  StagedLines(Path folder) throws IOException {
    this.folder = folder;
    // Nothing depends on it before the stage is done, and then all is synced.
    WriterOptions plain = WriterOptions.DEFAULT.withZstdLevel(1).withSync(false);
    writer = ArchiveWriter.create(folder.resolve(LINES), ArchiveForm.LINES_ZSTD, plain);
    places = new LinePlaces.Writer(folder);
  }

  /** The line that every file begins with. */
  void version() throws IOException {
    Info info = new Info("packhorse", null, null, null, null);
    Bytes line = new Bytes(256);
    new LineEncoder(Escaping.PLAIN).encode(new Version(1L, info, null), null, line);
    line(RecordType.VERSION, new byte[0], line.array(), 0, line.size());
  }

  @Override
  public void line(RecordType type, byte[] id, byte[] bytes, int from, int length)
      throws IOException {
    places.add(type, id, 0, id.length);
    runs.add(type, ++lines, offset);
    offset += length;
    block.write(bytes, from, length);
    if (block.size() >= BLOCK) {
      flush();
    }
  }

  private void flush() throws IOException {
    append();
    Bytes full = block;
    encoded = encoding.submit(() -> writer.encode(full.array(), 0, full.size()));
    block = other;
    block.clear();
    other = full;
  }

  /** Puts what is being compressed behind the rest. */
  private void append() throws IOException {
    if (encoded == null) {
      return;
    }
    try {
      writer.append(encoded.get());
      encoded = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** After the last line. */
  void finish() throws IOException {
    flush();
    append();
    writer.finish(List.of());
    List<String> saved = new ArrayList<>();
    for (Range range : runs.end()) {
      saved.add(
          String.join(
              " ",
              range.type().name(),
              range.from(),
              String.valueOf(range.to()),
              Long.toString(range.records())));
    }
    Files.write(folder.resolve(RANGES), saved);
  }

  /** Where each type lies in the lines of a stage that is done. */
  static List<Range> ranges(Path folder) throws IOException {
    List<Range> ranges = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(RANGES))) {
      String[] words = line.split(" ");
      String to = words[2].equals("null") ? null : words[2];
      ranges.add(new Range(RecordType.valueOf(words[0]), words[1], to, Long.parseLong(words[3])));
    }
    return ranges;
  }

  @Override
  public void close() throws IOException {
    encoding.shutdownNow();
    try {
      places.close();
    } finally {
      writer.close();
    }
  }
}
