package dev.packhorse.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.spi.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may rely on in a file store. */
abstract class FileStoreContract {

  abstract FileStore store() throws IOException;

  abstract void put(String path, byte[] bytes) throws IOException;

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  byte[] read(String path) throws IOException {
    try (InputStream in = store().open(path)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000, 5_000_000})
  void aFileComesWithItsSizeAndBytes(int size) throws IOException {
    put("20260101/teams/noteam/a.bin", bytes(size));
    assertThat(store().size("20260101/teams/noteam/a.bin")).isEqualTo(size);
    assertThat(read("20260101/teams/noteam/a.bin")).isEqualTo(bytes(size));
    store().check();
    assertThat(store().name()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x/Grüße aus Köln.txt",
        "x/報告書 🚀.pdf",
        "x/a+b%20c & d?e=#f;g.txt",
        "x/ leading and trailing ",
        "x/quote\"'`$(echo).txt",
        "x/...dots..",
        "x/~tilde"
      })
  void namesMayHoldAnything(String path) throws IOException {
    byte[] text = path.getBytes(StandardCharsets.UTF_8);
    put(path, text);
    assertThat(store().size(path)).isEqualTo(text.length);
    assertThat(read(path)).isEqualTo(text);
    assertThat(read("//x/." + path.substring(1))).as("cleaned as the server does").isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/such/file", "x", "x/file/below", "nö"})
  void whatIsNotThereHasNoSizeAndCannotBeOpened(String path) throws IOException {
    put("x/file", bytes(3));
    assertThat(store().size(path)).isEqualTo(-1);
    assertThatThrownBy(() -> store().open(path)).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "a/../x", "..", "a\0b", "", ".", "/"})
  void aPathThatLeadsOutOfTheStoreIsRefused(String path) throws IOException {
    put("x", bytes(3));
    assertThatThrownBy(() -> store().open(path)).isInstanceOf(InvalidPathException.class);
    assertThatThrownBy(() -> store().size(path)).isInstanceOf(InvalidPathException.class);
  }

  @Test
  void manyThreadsReadAtOnce() throws IOException {
    for (int i = 0; i < 40; i++) {
      put("f/" + i, bytes(1_000 + i));
    }
    FileStore store = store();
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> {
              try (InputStream in = store.open("f/" + i)) {
                assertThat(in.readAllBytes()).isEqualTo(bytes(1_000 + i));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @Test
  void aStreamMayBeClosedBeforeItsEnd() throws IOException {
    put("large", bytes(5_000_000));
    for (int i = 0; i < 100; i++) {
      try (InputStream in = store().open("large")) {
        assertThat(in.read()).isEqualTo(bytes(5_000_000)[0] & 0xFF);
      }
    }
  }
}
