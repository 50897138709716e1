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
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The records that were refused, as a bulk file that can be loaded once they are mended; beside it
 * their problems, one JSON object each. Both get their names in {@link #finish}; a file that lies
 * there by then may hold somebody's work and is kept under another name.
 */
public final class RejectFile implements Closeable {
  private static final byte[] VERSION_LINE =
      "{\"type\":\"version\",\"version\":1}\n".getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final Path reasons;
  private OutputStream records;
  private OutputStream problems;

  public RejectFile(Path file) {
    this.file = file;
    this.reasons = reasons(file);
  }

  /** Where the problems of a reject file lie. */
  public static Path reasons(Path file) {
    return file.resolveSibling(file.getFileName() + ".problems.jsonl");
  }

  void add(SourceRecord record, List<Problem> why) throws IOException {
    if (records == null) {
      records = open(file);
      records.write(VERSION_LINE);
    }
    if (problems == null) {
      problems = open(reasons);
    }
    RecordBatch.Lines line = record.line();
    records.write(line.bytes(), line.start(), line.length());
    records.write('\n');
    for (Problem problem : why) {
      problems.write(ProblemJson.line(problem).getBytes(StandardCharsets.UTF_8));
      problems.write('\n');
    }
  }

  private static Path partial(Path path) {
    return path.resolveSibling(path.getFileName() + ".partial");
  }

  private static OutputStream open(Path path) throws IOException {
    return new BufferedOutputStream(PrivateFiles.create(partial(path)));
  }

  /**
   * Gives both files their names, if any record was refused.
   *
   * @return where an older reject file was put, if it was another one
   */
  public Optional<Path> finish() throws IOException {
    if (records == null) {
      return Optional.empty();
    }
    records.close();
    problems.close();
    Optional<Path> kept = Optional.empty();
    if (Files.exists(file) && Files.mismatch(file, partial(file)) >= 0) {
      kept = Optional.of(free(file));
      Files.move(file, kept.get());
    }
    for (Path each : List.of(file, reasons)) {
      PrivateFiles.sync(partial(each));
      Files.move(partial(each), each, StandardCopyOption.REPLACE_EXISTING);
    }
    return kept;
  }

  private static Path free(Path taken) {
    for (int number = 1; ; number++) {
      Path candidate = taken.resolveSibling(taken.getFileName() + "." + number);
      if (!Files.exists(candidate)) {
        return candidate;
      }
    }
  }

  /** Without {@link #finish} nothing stays. */
  @Override
  public void close() throws IOException {
    if (records != null) {
      records.close();
    }
    if (problems != null) {
      problems.close();
    }
    Files.deleteIfExists(partial(file));
    Files.deleteIfExists(partial(reasons));
  }
}
