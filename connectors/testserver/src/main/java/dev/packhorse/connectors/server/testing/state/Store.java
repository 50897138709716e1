package dev.packhorse.connectors.server.testing.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The server's file store, in a folder of its own. */
public final class Store {
  /** Where a chunk that did not arrive whole leaves its bytes: kept on a disk, lost on S3. */
  public enum Kind {
    LOCAL,
    S3
  }

  private final Path folder;
  public Kind kind = Kind.LOCAL;

  /** Appends that fail from now on. */
  public int failingAppends;

  /** Completions of uploads that fail from now on. */
  public int failingFinals;

  Store() throws IOException {
    folder = Files.createTempDirectory("packhorse-fake-server-");
    Files.createDirectories(imports());
    Files.createDirectories(exports());
  }

  public Path imports() {
    return folder.resolve("import");
  }

  public Path exports() {
    return folder.resolve("export");
  }

  /** Whether this append fails; counts it. */
  public boolean appendFails() {
    return failingAppends > 0 && failingAppends-- > 0;
  }

  public boolean finalFails() {
    return failingFinals > 0 && failingFinals-- > 0;
  }

  /** Names in a folder of the store, but not what is incomplete. */
  public static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".tmp"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
