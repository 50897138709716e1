package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip: the lines grow as raw deflate data in a spool, which becomes the first entry; the files
 * follow uncompressed, as the server's own exporter stores them.
 */
final class ZipAssembly implements Assembly {
  static final String LINES = "import.jsonl";
  // A zip has local times from 1980 on. Not the first day of all: the library takes that for a time
  // before 1980 and adds fields with the machine's idea of it.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
  private static final int PRIVATE_FILE = 0100600;

  private final Path target;
  private final Disk disk;

  ZipAssembly(Path target, Disk disk) {
    this.target = target;
    this.disk = disk;
  }

  private Path partial() {
    return Disk.beside(target, ".partial");
  }

  @Override
  public Path growing() {
    return Disk.beside(target, ".partial.lines");
  }

  @Override
  public void discard() throws IOException {
    Disk.remove(partial());
    Disk.remove(growing());
  }

  @Override
  public void publish(List<OutgoingFile> files, WriterMark lines) throws IOException {
    try (FileChannel channel = disk.create(partial());
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      zip.setUseZip64(Zip64Mode.AsNeeded);
      addLines(zip, lines);
      FileCopy copy = new FileCopy();
      for (OutgoingFile file : files) {
        ZipArchiveEntry entry = entry(EntryNames.DATA + file.name(), ZipArchiveEntry.STORED);
        entry.setSize(file.size());
        zip.putArchiveEntry(entry);
        copy.copy(file, (bytes, length) -> zip.write(bytes, 0, length));
        zip.closeArchiveEntry();
      }
      zip.finish();
      disk.sync(channel);
    }
    disk.publish(partial(), target);
    Disk.remove(growing());
  }

  private void addLines(ZipArchiveOutputStream zip, WriterMark lines) throws IOException {
    ZipArchiveEntry entry = entry(LINES, ZipArchiveEntry.DEFLATED);
    entry.setSize(lines.lines());
    entry.setCompressedSize(lines.stored() + RawDeflate.END.length);
    entry.setCrc(lines.linesCrc() & 0xFFFFFFFFL);
    try (InputStream spool = Files.newInputStream(growing());
        InputStream all =
            new SequenceInputStream(spool, new ByteArrayInputStream(RawDeflate.END))) {
      zip.addRawArchiveEntry(entry, all);
    }
  }

  private static ZipArchiveEntry entry(String name, int method) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    entry.setUnixMode(PRIVATE_FILE);
    // The library turns this into local time again, so the machine's zone cancels out.
    entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    return entry;
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
