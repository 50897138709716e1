package dev.packhorse.connectors.database.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SorterTest {
  @TempDir private Path folder;

  /** Some 20 MB in three lanes, so that there are several runs; a few entries beyond a block. */
  @Test
  void entriesComeOutInOrderWhoeverAddedThem() throws IOException {
    List<String> added = entries();
    assertThat(sorted(added, 3, new Random(1))).isEqualTo(expected(added));
    assertThat(sorted(added, 1, new Random(2))).isEqualTo(expected(added));
  }

  private static List<String> entries() {
    Random random = new Random(7);
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      String key = Integer.toString(random.nextInt(30_000), 36) + "\u00FC".repeat(i % 3);
      int size = i % 5_000 == 0 ? 200_000 : random.nextInt(1_000);
      entries.add(key + "=" + i + "x".repeat(size));
    }
    return entries;
  }

  private static List<String> expected(List<String> entries) {
    List<String> sorted = new ArrayList<>(entries);
    sorted.sort(
        (a, b) -> {
          int byKey = compare(key(a), key(b));
          return byKey != 0 ? byKey : compare(value(a), value(b));
        });
    return sorted;
  }

  private static int compare(byte[] a, byte[] b) {
    return java.util.Arrays.compareUnsigned(a, b);
  }

  private static byte[] key(String entry) {
    return entry.substring(0, entry.indexOf('=')).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] value(String entry) {
    return entry.substring(entry.indexOf('=') + 1).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> sorted(List<String> entries, int lanes, Random random) throws IOException {
    List<String> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    List<String> taken = new ArrayList<>();
    try (Sorter sorter = new Sorter(folder.resolve("runs-" + lanes))) {
      List<Sorter.Lane> open = new ArrayList<>();
      for (int i = 0; i < lanes; i++) {
        open.add(sorter.lane());
      }
      Bytes key = new Bytes(16);
      for (String entry : shuffled) {
        key.clear();
        key.write(key(entry), 0, key(entry).length);
        byte[] value = value(entry);
        open.get(random.nextInt(lanes)).add(key, value, 0, value.length);
      }
      for (Sorter.Lane lane : open) {
        lane.close();
      }
      sorter.forEach(
          (keyBytes, keyLength, bytes, from, length) ->
              taken.add(
                  new String(keyBytes, 0, keyLength, StandardCharsets.UTF_8)
                      + "="
                      + new String(bytes, from, length, StandardCharsets.UTF_8)));
    }
    return taken;
  }

  @Test
  void nothingComesOutOfNothing() throws IOException {
    try (Sorter sorter = new Sorter(folder.resolve("empty"))) {
      sorter.lane().close();
      sorter.forEach(
          (key, keyLength, bytes, from, length) -> {
            throw new AssertionError("an entry");
          });
    }
  }

  @Test
  void theFileIsGoneAfterwards() throws IOException {
    try (Sorter sorter = new Sorter(folder.resolve("gone"))) {
      assertThat(sorter).isNotNull();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
