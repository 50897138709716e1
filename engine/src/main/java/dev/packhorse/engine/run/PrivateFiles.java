package dev.packhorse.engine.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner may read: they hold private messages. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** A new, empty file; one that lies there is removed. */
  public static OutputStream create(Path path) throws IOException {
    Files.deleteIfExists(path);
    Files.createFile(path, attributes(path, "rw-------"));
    return Files.newOutputStream(path);
  }

  /** A folder and those above it; what is there already stays as it is. */
  public static void createFolders(Path path) throws IOException {
    Files.createDirectories(path, attributes(path, "rwx------"));
  }

  /** Waits until the disk holds a file. */
  public static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
