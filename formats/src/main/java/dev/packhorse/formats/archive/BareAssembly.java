package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Bare lines: the growing file is the archive, and only needs its name. */
final class BareAssembly implements Assembly {
  private final Path target;
  private final Disk disk;

  BareAssembly(Path target, Disk disk) {
    this.target = target;
    this.disk = disk;
  }

  @Override
  public Path growing() {
    return Disk.beside(target, ".partial");
  }

  @Override
  public void discard() throws IOException {
    Disk.remove(growing());
  }

  @Override
  public void publish(FileLoader files, WriterMark lines) throws IOException {
    files.data(BareAssembly::none);
    files.sidecar(BareAssembly::none);
    files.complete();
    disk.publish(growing(), target);
  }

  private static long none(FetchedFile file) {
    throw new IllegalArgumentException("bare lines hold no files");
  }

  @Override
  public boolean published(WriterMark lines) throws IOException {
    return holds(target, lines);
  }

  /** Whether a file is exactly what a mark speaks of; reads all of it. */
  static boolean holds(Path file, WriterMark mark) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) != mark.stored()) {
      return false;
    }
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        crc.update(buffer, 0, count);
      }
    }
    return (int) crc.getValue() == mark.storedCrc();
  }
}
