package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The records that were refused, as a bulk file that can be loaded once they are mended; beside it
 * their problems, one JSON object each. Both files come into being with the first refused record;
 * those of an earlier run are removed.
 */
public final class RejectFile implements Closeable {
  private static final byte[] VERSION_LINE =
      "{\"type\":\"version\",\"version\":1}\n".getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final Path reasons;
  private OutputStream records;
  private OutputStream problems;

  public RejectFile(Path file) throws IOException {
    this.file = file;
    this.reasons = file.resolveSibling(file.getFileName() + ".problems.jsonl");
    Files.deleteIfExists(file);
    Files.deleteIfExists(reasons);
  }

  void add(SourceRecord record, List<Problem> why) throws IOException {
    if (records == null) {
      records = open(file);
      problems = open(reasons);
      records.write(VERSION_LINE);
    }
    RecordBatch.Lines line = record.line();
    records.write(line.bytes(), line.start(), line.length());
    records.write('\n');
    for (Problem problem : why) {
      problems.write(ProblemJson.line(problem).getBytes(StandardCharsets.UTF_8));
      problems.write('\n');
    }
  }

  /** They hold private messages, so nobody else may read them. */
  private static OutputStream open(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return new BufferedOutputStream(Files.newOutputStream(path));
  }

  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
      problems.close();
    }
  }
}
