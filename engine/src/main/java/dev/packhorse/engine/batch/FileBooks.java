package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What became of the files. Kept beside the run, since a target that was finished just before a
 * kill is not asked again.
 */
final class FileBooks {
  private static final String STORED = "stored";
  private static final String RESIZED = "resized";
  private static final String LOST = "lost.";

  private final Map<String, Long> lost = new TreeMap<>();
  private long stored;
  private long resized;

  void store(boolean otherSize) {
    stored++;
    resized += otherSize ? 1 : 0;
  }

  void lose(String reason) {
    lost.merge(reason, 1L, Long::sum);
  }

  /** Files in the target. */
  long stored() {
    return stored;
  }

  /** Those of them that have another size than the source said. */
  long resized() {
    return resized;
  }

  /** Files that are not in the target, by reason. */
  Map<String, Long> lost() {
    return lost;
  }

  void save(Path path) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(STORED, Long.toString(stored));
    properties.setProperty(RESIZED, Long.toString(resized));
    lost.forEach((reason, count) -> properties.setProperty(LOST + reason, Long.toString(count)));
    try (OutputStream out = PrivateFiles.create(path)) {
      properties.store(out, null);
    }
    PrivateFiles.sync(path);
  }

  /** What {@link #save} wrote; empty books if it was not called. */
  static FileBooks load(Path path) throws IOException {
    FileBooks books = new FileBooks();
    if (Files.exists(path)) {
      Properties properties = new Properties();
      try (InputStream in = Files.newInputStream(path)) {
        properties.load(in);
      }
      books.stored = Long.parseLong(properties.getProperty(STORED));
      books.resized = Long.parseLong(properties.getProperty(RESIZED));
      for (String name : properties.stringPropertyNames()) {
        if (name.startsWith(LOST)) {
          books.lost.put(name.substring(LOST.length()), Long.valueOf(properties.getProperty(name)));
        }
      }
    }
    return books;
  }
}
