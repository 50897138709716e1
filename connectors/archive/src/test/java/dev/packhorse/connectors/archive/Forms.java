package dev.packhorse.connectors.archive;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives with other tools than ours, and looks at them. */
final class Forms {
  private Forms() {}

  static String lines(Path file, byte[] lines) throws IOException {
    return Files.write(file, lines).toString();
  }

  static String gzip(Path file, byte[] lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines);
    }
    return file.toString();
  }

  static String zstd(Path file, byte[] lines) throws IOException {
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file))) {
      out.write(lines);
    }
    return file.toString();
  }

  /**
   * @param top folder in which all of it lies, with a slash; may be empty
   */
  static String zip(Path file, String top, byte[] lines, Map<String, byte[]> files)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, top + "import.jsonl", lines);
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        entry(zip, top + "data/" + each.getKey(), each.getValue());
      }
    }
    return file.toString();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  static String directory(Path directory, byte[] lines, Map<String, byte[]> files)
      throws IOException {
    if (Files.exists(directory)) {
      remove(directory);
    }
    Files.createDirectories(directory);
    Files.write(directory.resolve("import.jsonl"), lines);
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = directory.resolve("data").resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
    return directory + "/";
  }

  private static void remove(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** All names and contents of a directory, or the bytes of a file. */
  static byte[] contents(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.readAllBytes(path);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path each : walk.sorted().toList()) {
        all.writeBytes((path.relativize(each) + "\n").getBytes());
        all.writeBytes(Files.isDirectory(each) ? new byte[0] : Files.readAllBytes(each));
      }
    }
    return all.toByteArray();
  }
}
