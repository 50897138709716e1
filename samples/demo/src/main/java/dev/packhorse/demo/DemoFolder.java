package dev.packhorse.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one demo, with the database server that works in it. A guard removes both once this
 * process has ended, however it ended; what even the guard left behind goes when the next demo
 * begins.
 */
final class DemoFolder implements Closeable {
  private static final String PREFIX = "packhorse-demo-";
  private static final String LOCK = "lock";

  /**
   * Waits until its standard input ends, which the system sees to when the process that started it
   * is gone. Signals from the terminal are for the others.
   */
  private static final String GUARD =
      """
      trap '' INT TERM HUP
      cd /
      read -r nothing
      server=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
      if [ -n "$server" ] && kill -QUIT "$server" 2>/dev/null; then
        tries=0
        while [ -e "$1/data/postmaster.pid" ] && [ $tries -lt 100 ]; do
          sleep 0.05
          tries=$((tries + 1))
        done
      fi
      rm -rf "$1" 2>/dev/null || { sleep 1; rm -rf "$1"; }
      """;

  private final Path folder;
  private final FileChannel lock;
  private final Process guard;

  private DemoFolder(Path folder, FileChannel lock, Process guard) {
    this.folder = folder;
    this.lock = lock;
    this.guard = guard;
  }

  /** Makes one, which nobody else may read, and clears away those of demos that were killed. */
  static DemoFolder create(Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, PREFIX);
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Process guard =
        new ProcessBuilder("sh", "-c", GUARD, "packhorse-demo", folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    removeLeftovers(parent, Files.getOwner(folder));
    return new DemoFolder(folder, lock, guard);
  }

  private static void removeLeftovers(Path parent, UserPrincipal owner) throws IOException {
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path other : others) {
        if (Files.isDirectory(other) && Files.getOwner(other).equals(owner)) {
          removeIfForsaken(other);
        }
      }
    }
  }

  private static void removeIfForsaken(Path other) {
    try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        stopServer(other);
        remove(other);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Somebody is working on it, or it is going away already.
    }
  }

  /** Its number may have been given to another process since; only one from there is stopped. */
  private static void stopServer(Path folder) throws IOException {
    Path file = folder.resolve("data/postmaster.pid");
    if (Files.exists(file)) {
      ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
          .filter(server -> server.info().command().orElse("").startsWith(folder + "/"))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  Path path() {
    return folder;
  }

  /** Returns when server and folder are gone. */
  @Override
  public void close() throws IOException {
    lock.close();
    guard.getOutputStream().close();
    try {
      guard.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it does its work all the same
    }
  }
}
