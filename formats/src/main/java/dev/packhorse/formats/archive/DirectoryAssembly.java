package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A directory with {@code import.jsonl} and {@code data/}, made under another name. */
final class DirectoryAssembly implements Assembly {
  /** Bytes that the usual file systems take as the name of one file or folder. */
  private static final int LONGEST_ELEMENT = 255;

  private final Path target;
  private final Disk disk;
  private final byte[] buffer = new byte[1 << 18];

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
  public void publish(FileLoader files, WriterMark lines) throws IOException {
    Path data = partial().resolve("data");
    Path sidecar = partial().resolve("packhorse");
    Disk.remove(data);
    Disk.remove(sidecar);
    FolderTree folders = new FolderTree(partial(), disk);
    folders.enter(data);
    files.data(file -> put(file, data, folders));
    files.sidecar(file -> put(file, sidecar, folders));
    folders.leave();
    files.complete();
    disk.publish(partial(), target);
  }

  private long put(FetchedFile file, Path folder, FolderTree folders) throws IOException {
    Path to = place(file, folder);
    try {
      folders.enter(to.getParent());
      return write(file, to);
    } catch (FileAlreadyExistsException e) {
      // A part of the path is a file already, or differs only in what this disk ignores.
      throw badName(file);
    } catch (UnreadableFileException e) {
      Files.deleteIfExists(to);
      folders.leaveEmpty(folder);
      throw e;
    }
  }

  private Path place(FetchedFile file, Path folder) {
    String name = file.file().name();
    for (String element : name.split("/")) {
      if (element.getBytes(StandardCharsets.UTF_8).length > LONGEST_ELEMENT) {
        throw badName(file);
      }
    }
    try {
      Path to = partial().resolve(name).normalize();
      // On Windows a backslash or a drive letter means more than it does to the server.
      if (to.startsWith(folder) && !to.equals(folder)) {
        return to;
      }
    } catch (InvalidPathException e) {
      // Falls through: a character this file system or environment can't express.
    }
    throw badName(file);
  }

  private ProblemException badName(FetchedFile file) {
    return ArchiveProblem.TARGET_NAME.thrown(target.toString(), file.file().file().name());
  }

  private long write(FetchedFile file, Path to) throws IOException {
    try (FileChannel channel = disk.createNew(to)) {
      long size =
          file.copy(
              buffer,
              (bytes, length) -> {
                ByteBuffer part = ByteBuffer.wrap(bytes, 0, length);
                while (part.hasRemaining()) {
                  channel.write(part);
                }
              });
      disk.sync(channel);
      return size;
    }
  }

  @Override
  public boolean published(WriterMark lines) throws IOException {
    return BareAssembly.holds(target.resolve(ZipAssembly.LINES), lines);
  }
}
