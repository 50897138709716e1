package dev.packhorse.engine.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what does not fit in memory; gone when the command ends. */
final class ScratchFolder implements Closeable {
  private final Path folder;

  ScratchFolder() throws IOException {
    folder = Files.createTempDirectory("packhorse-");
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    delete(folder);
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
