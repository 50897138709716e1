package dev.packhorse.formats.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrySorterTest {
  @TempDir Path folder;

  /** In memory, in full runs, in runs that end in the middle of a buffer; with many equal keys. */
  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "10, 10", "11, 10", "5000, 100", "100000, 7777", "20000, 30000"})
  void sorts(int count, int run) throws IOException {
    Random random = new Random(count);
    List<long[]> entries = new ArrayList<>();
    List<long[]> sorted = new ArrayList<>();
    try (EntrySorter sorter = new EntrySorter(folder, run)) {
      for (int i = 0; i < count; i++) {
        long[] entry = {random.nextInt(50) - 25, i, random.nextInt(3), -i, random.nextLong()};
        entries.add(entry);
        sorter.add(entry[0], entry[1], entry[2], entry[3], entry[4]);
      }
      sorter.drain((a, b, c, d, e) -> sorted.add(new long[] {a, b, c, d, e}));
    }
    entries.sort(
        Comparator.<long[]>comparingLong(entry -> entry[0])
            .thenComparingLong(entry -> entry[2])
            .thenComparingLong(entry -> entry[4]));
    assertThat(sorted.stream().map(Arrays::toString))
        .containsExactlyElementsOf(entries.stream().map(Arrays::toString).toList());
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
