package dev.packhorse.connectors.archive;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.OutgoingBatch;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.formats.archive.ArchiveForm;
import dev.packhorse.formats.archive.ArchiveWriter;
import dev.packhorse.formats.archive.EncodedSegment;
import dev.packhorse.formats.jsonl.LineEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An archive being written. */
final class ArchiveTarget implements Target {

  private record Segment(EncodedSegment encoded) implements Prepared {}

  private final Path path;
  private final ArchiveForm form;
  private final ArchiveWriter writer;
  private final ThreadLocal<OutgoingLines> lines;

  ArchiveTarget(Path path, ArchiveForm form, ArchiveWriter writer, Supplier<LineEncoder> encoders) {
    this.path = path;
    this.form = form;
    this.writer = writer;
    this.lines = ThreadLocal.withInitial(() -> new OutgoingLines(encoders.get()));
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public boolean holdsFiles() {
    return form == ArchiveForm.ZIP || form == ArchiveForm.DIRECTORY;
  }

  @Override
  public Prepared prepare(OutgoingBatch batch) throws IOException {
    OutgoingLines.Buffer buffer = lines.get().of(batch);
    return new Segment(writer.encode(buffer.bytes(), 0, buffer.size()));
  }

  @Override
  public void append(Prepared prepared) throws IOException {
    writer.append(((Segment) prepared).encoded());
  }

  @Override
  public String mark() throws IOException {
    return writer.mark();
  }

  @Override
  public void finish(Cargo cargo) throws IOException {
    writer.finish(new OutgoingCargo(cargo));
  }

  @Override
  public long size() throws IOException {
    if (form != ArchiveForm.DIRECTORY) {
      return Files.size(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      long sum = 0;
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
