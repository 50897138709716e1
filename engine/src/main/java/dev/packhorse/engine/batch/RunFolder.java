package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.PrivateFiles;
import dev.packhorse.engine.run.RunException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of all runs to one target, locked while one of them works: what the survey found out,
 * its verdicts, a copy of standard input.
 */
public final class RunFolder implements Closeable {
  private final Path folder;
  private final FileChannel lockFile;

  private RunFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Opens and locks the folder.
   *
   * @param target the canonical address
   * @throws RunException with {@link ExitCode#LOCKED} if another process works on this target
   */
  public static RunFolder lock(Path stateFolder, String target) throws IOException {
    Path folder = stateFolder.resolve("runs").resolve(name(target));
    PrivateFiles.createFolders(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolveSibling(folder.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by another run in this very process.
    }
    if (lock == null) {
      lockFile.close();
      throw new RunException(
          ExitCode.LOCKED,
          "Another run is writing " + target + ".",
          "Wait for it, or stop it; packhorse jobs list shows it.");
    }
    return new RunFolder(folder, lockFile);
  }

  /** Whether a process works on this target now. */
  static boolean locked(Path stateFolder, String target) throws IOException {
    try (RunFolder free = lock(stateFolder, target)) {
      return free == null;
    } catch (RunException e) {
      return true;
    }
  }

  private static String name(String target) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(target.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path path() {
    return folder;
  }

  Path verdicts() {
    return folder.resolve("verdicts");
  }

  /** What the survey found, for a run that goes on after it. */
  Path problems() {
    return folder.resolve("problems");
  }

  Path survey() {
    return folder.resolve("survey.properties");
  }

  /** What became of the files. */
  Path files() {
    return folder.resolve("files.properties");
  }

  boolean empty() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.findAny().isEmpty();
    }
  }

  /** Removes everything in it. */
  public void clear() throws IOException {
    remove(folder);
  }

  /** Removes the folders in it with all they hold. */
  void clearFolders() throws IOException {
    List<Path> folders;
    try (Stream<Path> list = Files.list(folder)) {
      folders = list.filter(Files::isDirectory).toList();
    }
    for (Path each : folders) {
      remove(each);
      Files.deleteIfExists(each);
    }
  }

  private static void remove(Path contentsOf) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(contentsOf)) {
      all =
          walk.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(contentsOf)).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  /** Gives up the lock. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
