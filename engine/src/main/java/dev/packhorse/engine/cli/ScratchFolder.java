package dev.packhorse.engine.cli;

import dev.packhorse.engine.run.PrivateFiles;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what does not fit in memory; gone when the command ends. */
final class ScratchFolder implements Closeable {
  private final Path folder;
  private final Path made;

  /** In the state folder if the user named one, else where the system keeps temporary files. */
  ScratchFolder(Settings settings) throws IOException {
    Path named = settings.get(AllSettings.STATE_DIR);
    if (named == null) {
      made = null;
      folder = Files.createTempDirectory("packhorse-");
    } else {
      made = Files.exists(named) ? null : named;
      PrivateFiles.createFolders(named);
      folder = Files.createTempDirectory(named, "scratch-");
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    delete(folder);
    if (made != null) {
      removeIfEmpty(made);
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Another run has come to use it.
    }
  }

  /** Removes a folder and everything in it; one that is not there is fine. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
