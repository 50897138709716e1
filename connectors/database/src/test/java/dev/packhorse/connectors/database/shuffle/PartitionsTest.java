package dev.packhorse.connectors.database.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.database.snapshot.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {
  @TempDir private Path folder;

  @Test
  void whatManyThreadsThrowInIsThereOnceAndWhereItsKeySays() throws Exception {
    try (Partitions partitions = new Partitions(folder.resolve("parts"), 7)) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int thread = t;
        threads.add(new Thread(() -> fill(partitions, thread)));
      }
      for (Thread thread : threads) {
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      Map<String, Integer> found = new TreeMap<>();
      for (int partition = 0; partition < partitions.count(); partition++) {
        Entries entries = partitions.read(partition);
        while (entries.next()) {
          String text =
              new String(
                  entries.bytes(), entries.start(), entries.length(), StandardCharsets.UTF_8);
          byte[] key = Keys.of(text.substring(0, text.indexOf(' ')));
          assertThat(partitions.of(key, 0, key.length)).isEqualTo(partition);
          found.merge(text, 1, Integer::sum);
        }
      }
      assertThat(found).hasSize(40_000).values().containsOnly(1);
    }
  }

  private static void fill(Partitions partitions, int thread) {
    try {
      for (int i = 0; i < 10_000; i++) {
        byte[] key = Keys.of("key" + i);
        byte[] entry = Keys.of("key" + i + " " + thread + "x".repeat(i % 100 == 0 ? 50_000 : 20));
        partitions.put(partitions.of(key, 0, key.length), entry, 0, entry.length);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A row as a database gives it. */
  private record Given(Object... values) implements Row {
    @Override
    public boolean isNull(int column) {
      return values[column] == null;
    }

    @Override
    public long number(int column) {
      return values[column] instanceof Long number ? number : 0;
    }

    @Override
    public byte[] buffer(int column) {
      return Keys.of((String) values[column]);
    }

    @Override
    public int start(int column) {
      return 0;
    }

    @Override
    public int length(int column) {
      return values[column] == null ? 0 : buffer(column).length;
    }
  }

  @Test
  void aRowComesBackAsItWent() throws IOException {
    RowCodec codec = new RowCodec(3, Query.load("reactions"));
    List<Given> rows =
        List.of(
            new Given("p1", "u1", "\uD83D\uDE00", Long.MAX_VALUE, 0L),
            new Given("p2", "", null, -1L, null),
            new Given("p3", "x".repeat(100_000), "a\0b", Long.MIN_VALUE, 300L));
    try (Partitions partitions = new Partitions(folder.resolve("rows"), 1)) {
      Bytes scratch = new Bytes(16);
      for (Given row : rows) {
        codec.put(row, 0, partitions, scratch);
      }
      Entries entries = partitions.read(0);
      for (Given row : rows) {
        assertThat(entries.next()).isTrue();
        assertThat(RowCodec.tag(entries)).isEqualTo(3);
        Row back = codec.read(entries);
        for (int column = 0; column < 5; column++) {
          assertThat(back.isNull(column)).isEqualTo(row.isNull(column));
          if (column < 3) {
            assertThat(back.text(column)).isEqualTo(row.text(column));
          } else {
            assertThat(back.number(column)).isEqualTo(row.number(column));
          }
        }
      }
      assertThat(entries.next()).isFalse();
    }
  }
}
