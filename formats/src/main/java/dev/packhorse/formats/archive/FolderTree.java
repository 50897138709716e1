package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes the folders of files that come sorted by name. Files of one folder come one after the other
 * then, so only the folders on the way to the present one are held, and each is synced when it is
 * left.
 */
final class FolderTree {
  private final Disk disk;
  private final Deque<Path> open = new ArrayDeque<>();

  /** Makes the top folder, which must not be there yet. */
  FolderTree(Path top, Disk disk) throws IOException {
    this.disk = disk;
    disk.createDirectory(top);
    open.push(top);
  }

  /**
   * Makes a folder at or below the top, and those on the way.
   *
   * @throws java.nio.file.FileAlreadyExistsException if one of them is a file
   */
  void enter(Path folder) throws IOException {
    while (!folder.startsWith(open.peek())) {
      disk.syncDirectory(open.pop());
    }
    int depth = open.peek().getNameCount();
    for (int length = depth + 1; length <= folder.getNameCount(); length++) {
      Path next = open.peek().resolve(folder.getName(length - 1));
      disk.createDirectory(next);
      open.push(next);
    }
  }

  /** Leaves all folders. */
  void leave() throws IOException {
    while (!open.isEmpty()) {
      disk.syncDirectory(open.pop());
    }
  }
}
