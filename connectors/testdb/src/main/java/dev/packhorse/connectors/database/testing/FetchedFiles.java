package dev.packhorse.connectors.database.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Jars with servers of further versions, which the Maven profile "long" puts into {@code
 * target/servers} of the module under test; they can't all be on one class path.
 */
final class FetchedFiles {
  private static final Path FOLDER = Path.of("target", "servers");
  private static final int ANY_EXECUTE = 0111;

  private FetchedFiles() {}

  /** Where the jar of an image such as {@code postgres:13} is, if it was fetched. */
  static Path jar(String image) {
    return FOLDER.resolve(image.replace(':', '-') + ".jar");
  }

  /** A new folder, which is ours alone. */
  static Path folder(String name) throws IOException {
    return Files.createTempDirectory("packhorse-" + name);
  }

  /**
   * @param end of the entry's name
   */
  static InputStream entry(Path jar, String end) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry =
          file.stream().filter(one -> one.getName().endsWith(end)).findFirst().orElseThrow();
      return new ByteArrayInputStream(file.getInputStream(entry).readAllBytes());
    }
  }

  /** Unpacks what a jar has below folders of that name; programs are told by where they lie. */
  static void unpackJar(Path jar, String below, Path into) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        int start = entry.getName().indexOf(below);
        if (!entry.isDirectory() && start >= 0) {
          String name = entry.getName().substring(start + below.length());
          Path to = into.resolve(name);
          Files.createDirectories(to.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, to);
          }
          to.toFile().setExecutable(name.startsWith("bin/") || name.startsWith("scripts/"), false);
        }
      }
    }
  }

  static void unpackTar(InputStream packed, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GzipCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path to = into.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(to.getParent());
        }
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          Files.copy(tar, to);
          to.toFile().setExecutable((entry.getMode() & ANY_EXECUTE) != 0, false);
        }
      }
    }
  }

  /** Deletes a folder when the JVM ends, after the PostgreSQL that may work in it. */
  static void deleteAtEnd(Path folder) {
    Thread deleting =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 100 && Files.exists(folder.resolve("postmaster.pid")); i++) {
                  Thread.sleep(100);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              delete(folder);
            });
    Runtime.getRuntime().addShutdownHook(deleting);
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // What is left lies among the temporary files.
    }
  }
}
