package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of a good file are changed: nothing is thrown, and untouched lines come out right. */
class MutatedLinesTest {
  private static final int LINES = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void damage_stays_within_the_lines_it_hits(long seed) {
    Random random = new Random(seed);
    RandomRecords records = new RandomRecords(seed);
    List<Class<?>> types = RoundTripTest.types().toList();
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(Lines.bytes(Lines.write(records.record(types.get(i % 11)), null, Escaping.PLAIN)));
    }
    List<String> whole = lines.stream().map(line -> described(Lines.one(line))).toList();
    for (int round = 0; round < 300; round++) {
      List<byte[]> damaged = new ArrayList<>(lines);
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        int hit = random.nextInt(LINES);
        damaged.set(hit, mutated(damaged.get(hit), random));
      }
      check(lines, damaged, whole);
    }
  }

  /** The line feed stays, so that numbers of lines stay too. */
  private static byte[] mutated(byte[] line, Random random) {
    byte[] copy = line.clone();
    int content = copy.length - 1;
    if (content < 2) {
      return copy;
    }
    int at = random.nextInt(content);
    switch (random.nextInt(4)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) "{}[],:\"\\0e.-\u0000".charAt(random.nextInt(13));
      case 2 -> {
        copy = Arrays.copyOf(line, at + 1);
        copy[at] = '\n';
      }
      default -> System.arraycopy(line, 0, copy, at, (content - at) / 2);
    }
    for (int i = 0; i < copy.length - 1; i++) {
      copy[i] = copy[i] == '\n' ? (byte) ' ' : copy[i];
    }
    return copy;
  }

  private static void check(List<byte[]> lines, List<byte[]> damaged, List<String> whole) {
    int size = damaged.stream().mapToInt(line -> line.length).sum();
    byte[] file = new byte[size];
    int at = 0;
    for (byte[] line : damaged) {
      System.arraycopy(line, 0, file, at, line.length);
      at += line.length;
    }
    List<BulkLine> read = Lines.read(file, 4096);
    assertThat(read).hasSize(LINES);
    for (int i = 0; i < LINES; i++) {
      if (damaged.get(i) == lines.get(i)) {
        assertThat(described(read.get(i))).isEqualTo(whole.get(i));
      }
      read.get(i).problems().forEach(problem -> assertThat(problem.message()).isNotBlank());
    }
  }

  private static String described(BulkLine line) {
    String problems = String.join(",", Lines.problems(line));
    return line.type() + " " + problems + line.record() + line.envelope();
  }
}
