package dev.packhorse.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;
import dev.packhorse.connectors.spi.UnreachableStore;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends FileStoreContract {
  @TempDir Path folder;

  private static FileStore open(Path path) throws IOException {
    return FileStores.open(new FileStoreAddress(path.toString(), Map.of())).orElseThrow();
  }

  @Override
  FileStore store() throws IOException {
    return open(data());
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.resolve("data"));
  }

  @Override
  void put(String path, byte[] bytes) throws IOException {
    Path file = place(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** The place by the bytes of the name: a test may run in an environment without a locale. */
  private Path place(String path) throws IOException {
    StringBuilder uri = new StringBuilder(data().toUri().toString());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      uri.append(b == '/' ? "/" : "%%%02X".formatted(b & 0xFF));
    }
    return Path.of(URI.create(uri.toString()));
  }

  @Test
  void aNameInAnotherUnicodeFormIsTheSameName() throws IOException {
    put("x/Ko\u0308ln.txt", "nfd".getBytes(StandardCharsets.UTF_8));
    assertThat(read("x/K\u00F6ln.txt")).isEqualTo("nfd".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLinkOutOfTheStoreIsNotFollowedAndOneWithinIs() throws IOException {
    put("x/file", new byte[3]);
    Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(data().resolve("x/out"), folder.resolve("secret"));
    Files.createSymbolicLink(data().resolve("up"), folder);
    Files.createSymbolicLink(data().resolve("y"), data().resolve("x"));
    assertThatThrownBy(() -> store().open("x/out")).isInstanceOf(InvalidPathException.class);
    assertThatThrownBy(() -> store().size("up/secret")).isInstanceOf(InvalidPathException.class);
    assertThat(store().size("y/file")).isEqualTo(3);
  }

  @Test
  void theStoreItselfMayBeALink() throws IOException {
    put("x/file", new byte[3]);
    Path link = Files.createSymbolicLink(folder.resolve("link"), data());
    assertThat(open(link).size("x/file")).isEqualTo(3);
    open(link).check();
  }

  @Test
  void aFileThatMayNotBeReadIsNotTakenForMissing() throws IOException {
    put("shut/file", new byte[3]);
    put("file", new byte[3]);
    Files.setPosixFilePermissions(
        data().resolve("file"), PosixFilePermissions.fromString("---------"));
    Path shut = data().resolve("shut");
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(shut)).as("run by root").isFalse();
      assertThatThrownBy(() -> store().open("file")).isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> store().size("shut/file")).isInstanceOf(AccessDeniedException.class);
    } finally {
      Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  @Timeout(10)
  void aNamedPipeKeepsNobodyWaiting() throws Exception {
    Path pipe = data().resolve("pipe");
    Process make = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(make.waitFor(5, TimeUnit.SECONDS) && make.exitValue() == 0).isTrue();
    assertThatThrownBy(() -> store().open("pipe")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aHugeFileHasItsSize() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(data().resolve("huge").toFile(), "rw")) {
      file.setLength(6L << 30);
    }
    assertThat(store().size("huge")).isEqualTo(6L << 30);
  }

  @Test
  void aNameLongerThanTheSystemAllowsIsMissing() throws IOException {
    assertThat(store().size("x".repeat(300))).isEqualTo(-1);
    assertThat(store().size("x/" + "\u00FC".repeat(200))).isEqualTo(-1);
  }

  @Test
  void aFolderThatIsNotThereIsToldAtOnceAndOneThatGoesAwayIsNoMissingFile() throws IOException {
    FileStore store = open(folder.resolve("none"));
    assertThatThrownBy(store::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(StoreProblem.FOLDER_MISSING));
    assertThatThrownBy(() -> store.open("x")).isInstanceOf(UnreachableStore.class);
    assertThatThrownBy(() -> store.size("x")).isInstanceOf(UnreachableStore.class);
  }
}
