package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Makes the folders of files that come sorted by name. Files of one folder come one after the other
 * then, so only the folders on the way to the present one are held, and each is synced when it is
 * left.
 */
final class FolderTree {
  private final Disk disk;
  private final Deque<Path> open = new ArrayDeque<>();

  /** Stands in the top folder, which is there. */
  FolderTree(Path top, Disk disk) {
    this.disk = disk;
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

  /**
   * Removes the present folder and those above it as long as they are empty.
   *
   * @param last the highest that stays in any case
   */
  void leaveEmpty(Path last) throws IOException {
    while (!open.peek().equals(last) && isEmpty(open.peek())) {
      Files.delete(open.pop());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.findAny().isEmpty();
    }
  }

  /** Leaves all folders. */
  void leave() throws IOException {
    while (!open.isEmpty()) {
      disk.syncDirectory(open.pop());
    }
  }
}
