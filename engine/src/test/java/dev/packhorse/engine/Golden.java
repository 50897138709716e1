package dev.packhorse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what a test expects. Run with {@code -Dtest.arguments=-Dgolden.write=true} to
 * write what came out instead of comparing; the difference is then for the reviewer to read.
 */
public final class Golden {
  private final Path file;

  private Golden(Path file) {
    this.file = file;
  }

  /**
   * @param name below {@code src/test/resources}
   */
  public static Golden file(String name) {
    return new Golden(Path.of("src/test/resources").resolve(name));
  }

  /** A page of the documents. */
  public static Golden page(String name) {
    return new Golden(Path.of("../docs").resolve(name));
  }

  public void equalTo(String actual) {
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
