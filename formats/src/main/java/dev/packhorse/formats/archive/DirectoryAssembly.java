package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A directory with {@code import.jsonl} and {@code data/}, made under another name. */
final class DirectoryAssembly implements Assembly {
  private final Path target;
  private final Disk disk;

  DirectoryAssembly(Path target, Disk disk) {
    this.target = target;
    this.disk = disk;
  }

  private Path partial() {
    return Disk.beside(target, ".partial");
  }

  @Override
  public Path growing() {
    return partial().resolve(ZipAssembly.LINES);
  }

  /**
   * @throws DirectoryNotEmptyException if there is something at the target: unlike a file, a
   *     directory can't be replaced in one step
   */
  @Override
  public void prepare() throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> found = Files.list(target)) {
        if (found.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(target.toString());
        }
      }
    }
    discard();
    disk.createDirectory(partial());
  }

  @Override
  public void discard() throws IOException {
    Disk.remove(partial());
  }

  @Override
  public void publish(Iterable<OutgoingFile> files, WriterMark lines) throws IOException {
    Path data = partial().resolve("data");
    Disk.remove(data);
    FolderTree folders = new FolderTree(data, disk);
    FileCopy copy = new FileCopy();
    for (OutgoingFile file : files) {
      Path to = place(data, file);
      try {
        folders.enter(to.getParent());
        write(file, to, copy);
      } catch (FileAlreadyExistsException e) {
        // A part of the path is a file already, or differs only in what this disk ignores.
        throw ArchiveProblem.TARGET_NAME.thrown(target.toString(), file.name());
      }
    }
    folders.leave();
    disk.syncDirectory(partial());
    disk.publish(partial(), target);
  }

  private Path place(Path data, OutgoingFile file) {
    try {
      Path to = data.resolve(file.name()).normalize();
      // On Windows a backslash or a drive letter means more than it does to the server.
      if (to.startsWith(data) && !to.equals(data)) {
        return to;
      }
    } catch (InvalidPathException e) {
      // Falls through: a character this file system or environment can't express.
    }
    throw ArchiveProblem.TARGET_NAME.thrown(target.toString(), file.name());
  }

  private void write(OutgoingFile file, Path to, FileCopy copy) throws IOException {
    try (FileChannel channel = disk.createNew(to)) {
      copy.copy(
          file,
          (bytes, length) -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
              channel.write(buffer);
            }
          });
      disk.sync(channel);
    }
  }

  @Override
  public boolean published(WriterMark lines) throws IOException {
    return BareAssembly.holds(target.resolve(ZipAssembly.LINES), lines);
  }
}
