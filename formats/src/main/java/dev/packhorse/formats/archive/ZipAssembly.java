package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A zip: the lines grow as raw deflate data in a spool, which becomes the first entry; the files
 * follow uncompressed, as the server's own exporter stores them.
 */
final class ZipAssembly implements Assembly {
  static final String LINES = "import.jsonl";
  private static final int LONGEST_NAME = 0xFFFF;

  private final Path target;
  private final Disk disk;

  ZipAssembly(Path target, Disk disk) {
    this.target = target;
    this.disk = disk;
  }

  private Path partial() {
    return Disk.beside(target, ".partial");
  }

  private Path directory() {
    return Disk.beside(target, ".partial.directory");
  }

  @Override
  public Path growing() {
    return Disk.beside(target, ".partial.lines");
  }

  @Override
  public void discard() throws IOException {
    Disk.remove(partial());
    Disk.remove(directory());
    Disk.remove(growing());
  }

  @Override
  public void publish(FileLoader files, WriterMark lines) throws IOException {
    try (FileChannel channel = disk.create(partial());
        ZipOutput zip = new ZipOutput(channel, disk.create(directory()))) {
      addLines(zip, lines);
      files.data(file -> zip.addStored(checked(file), file));
      files.sidecar(file -> zip.addStored(checked(file), file));
      zip.finish();
      disk.sync(channel);
    }
    files.complete();
    disk.publish(partial(), target);
    Disk.remove(directory());
    Disk.remove(growing());
  }

  private void addLines(ZipOutput zip, WriterMark lines) throws IOException {
    long stored = lines.stored() + RawDeflate.END.length;
    try (InputStream spool = Files.newInputStream(growing());
        InputStream all =
            new SequenceInputStream(spool, new ByteArrayInputStream(RawDeflate.END))) {
      zip.addDeflated(LINES, lines.linesCrc(), stored, lines.lines(), all);
    }
  }

  private String checked(FetchedFile file) {
    String name = file.file().name();
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw ArchiveProblem.TARGET_NAME.thrown(target.toString(), file.file().file().name());
    }
    return name;
  }

  @Override
  public boolean published(WriterMark lines) throws IOException {
    if (!Files.isRegularFile(target)) {
      return false;
    }
    try (BulkArchive archive = BulkArchive.open(target, ArchiveLimits.DEFAULT)) {
      return archive instanceof ZipBulkArchive zip
          && zip.linesSize() == lines.lines()
          && zip.storedSize() == lines.stored() + RawDeflate.END.length
          && zip.linesCrc() == lines.linesCrc();
    } catch (ProblemException e) {
      return false; // some other file of that name, which the resumed run would have replaced
    }
  }
}
