package dev.packhorse.connectors.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.packhorse.connectors.database.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The servers of the tests, on machines that others use as well. */
class TestServersTest {
  @Test
  void nobodyElseReachesTheSocketThatLetsEverybodyIn() throws IOException {
    String socket = TestDatabases.postgres().socket();
    assumeTrue(socket != null, "left out: the server has no socket here");
    Path folder = Path.of(socket).getParent();
    assertThat(Files.exists(Path.of(socket))).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }
}
