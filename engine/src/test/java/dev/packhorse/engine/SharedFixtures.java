package dev.packhorse.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that lies beside the project where it is developed, and may not be part of it. */
public final class SharedFixtures {
  private SharedFixtures() {}

  /** The file, or the test is left out and says so. */
  public static Path file(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolveSibling("shared").resolve("fixtures").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "left out: there is no ../shared/fixtures/" + name);
    throw new IllegalStateException("an assumption did not hold");
  }
}
