package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.UnreachableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A folder, such as the one that {@code FileSettings.Directory} names. */
final class FolderStore implements FileStore {
  private final String name;
  private final Path folder;

  /**
   * @param name as the user typed it
   */
  FolderStore(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size(String path) throws IOException {
    try {
      return Files.readAttributes(find(path), BasicFileAttributes.class).size();
    } catch (NoSuchFileException e) {
      if (!Files.isDirectory(folder)) {
        throw gone(e);
      }
      return -1;
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    try {
      return Files.newInputStream(find(path), LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      if (!Files.isDirectory(folder)) {
        throw gone(e);
      }
      throw e;
    }
  }

  /** Somebody unmounted it, for instance: that is not the loss of one file. */
  private IOException gone(IOException e) {
    return new UnreachableStore(name + " is not there any more", e);
  }

  /**
   * The real place of a file, free of links.
   *
   * @throws NoSuchFileException if there is no file; a folder or device is none
   * @throws InvalidPathException if it lies elsewhere, perhaps through a link
   */
  private Path find(String path) throws IOException {
    Path root = folder.toRealPath();
    Path real = real(root, path);
    if (!real.startsWith(root)) {
      throw new InvalidPathException(path, "a link leads out of the file store");
    }
    // A named pipe would keep its reader waiting for ever.
    if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(path, null, "not a file");
    }
    return real;
  }

  private static Path real(Path root, String path) throws IOException {
    List<String> elements = StorePath.elements(path);
    if (root.getFileSystem().getSeparator().equals("/")) {
      try {
        return root.resolve(String.join("/", elements)).toRealPath();
      } catch (AccessDeniedException e) {
        throw e;
      } catch (FileSystemException | InvalidPathException e) {
        // Not there, below a file, too long a name, or one that can't be expressed: see below.
      }
    }
    Path place = root;
    for (String element : elements) {
      place = child(place, element, path);
    }
    return place.toRealPath();
  }

  private static Path child(Path parent, String element, String path) throws IOException {
    Path direct = direct(parent, element);
    if (direct != null && Files.exists(direct)) {
      return direct;
    }
    if (Names.ascii(element)) {
      throw new NoSuchFileException(path);
    }
    return Names.search(parent, element, path);
  }

  /** The child of a name, or null where neither the environment nor the system can express it. */
  private static Path direct(Path parent, String element) {
    try {
      Path child = parent.resolve(element);
      // On Windows a backslash or a drive letter means more than it does to the server.
      return parent.equals(child.getParent()) ? child : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  @Override
  public void check() {
    if (!Files.isDirectory(folder)) {
      throw StoreProblem.FOLDER_MISSING.thrown(name);
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.iterator().hasNext();
    } catch (IOException e) {
      throw StoreProblem.FOLDER_NOT_READABLE.thrown(name);
    }
  }

  @Override
  public void close() {}
}
