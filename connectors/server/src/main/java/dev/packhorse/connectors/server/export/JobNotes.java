package dev.packhorse.connectors.server.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** What was done on the server so far, in a small file that survives a kill. */
final class JobNotes {
  /** Id of the job that was started. */
  static final String JOB = "job";

  /** Export jobs that were there before. */
  static final String JOBS = "jobs";

  /** Export files that were there before. */
  static final String FILES = "files";

  /** The file on the server, of which every byte is here. */
  static final String FETCHED = "fetched";

  /** The archive is here, whole. */
  static final String DONE = "done";

  private final Path file;
  private final Properties noted = new Properties();

  JobNotes(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        noted.load(in);
      }
    }
  }

  /** A note; null if there is none. */
  String get(String name) {
    return noted.getProperty(name);
  }

  /** Keeps a note for certain. */
  void put(String name, String value) throws IOException {
    noted.setProperty(name, value);
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (Writer out = Files.newBufferedWriter(partial)) {
      noted.store(out, null);
    }
    try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void clear() throws IOException {
    noted.clear();
    Files.deleteIfExists(file);
  }
}
