package dev.packhorse.formats;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data that lies beside the repository where it is at hand. It is not part of the project, so
 * a test that needs it is left out, by name, where it is missing.
 */
public final class SharedFixtures {
  private SharedFixtures() {}

  /** A file or folder below {@code shared/fixtures}; ends the test as skipped if it is missing. */
  public static Path find(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("shared").resolve("fixtures").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    String test =
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow())
            .toString();
    assumeThat(false).as("left out: %s needs the real data %s", test, name).isTrue();
    throw new AssertionError("not reached");
  }
}
