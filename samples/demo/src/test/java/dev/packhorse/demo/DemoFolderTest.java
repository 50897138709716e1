package dev.packhorse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  @TempDir Path parent;

  @Test
  void isForItsOwnerOnlyAndGoneAfterwards() throws IOException {
    Path folder;
    try (DemoFolder demo = DemoFolder.create(parent)) {
      folder = demo.path();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      Files.writeString(Files.createDirectory(folder.resolve("files")).resolve("some"), "thing");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void theNextDemoClearsAwayWhatAKilledOneLeft() throws IOException {
    Path left = Files.createDirectory(parent.resolve("packhorse-demo-17"));
    Files.createFile(left.resolve("lock"));
    Path data = Files.createDirectory(left.resolve("data"));
    // The number belongs to somebody else by now.
    Files.writeString(
        data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n/somewhere\n");
    Path others = Files.createDirectory(parent.resolve("packhorse-demonstrably-not"));
    try (DemoFolder demo = DemoFolder.create(parent)) {
      assertThat(left).doesNotExist();
      assertThat(others).exists();
      assertThat(demo.path()).exists();
    }
  }

  @Test
  void nobodyElseCanLookIntoIt() throws IOException {
    try (DemoFolder demo = DemoFolder.create(parent)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(demo.path())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void demosAtWorkLeaveEachOtherAlone() throws IOException {
    try (DemoFolder one = DemoFolder.create(parent);
        DemoFolder other = DemoFolder.create(parent)) {
      assertThat(one.path()).exists();
      assertThat(other.path()).exists().isNotEqualTo(one.path());
    }
  }
}
