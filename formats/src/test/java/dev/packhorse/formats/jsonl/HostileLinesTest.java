package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.Team;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines made to break, fill or stall their reader. */
@Timeout(60)
class HostileLinesTest {
  private static final int LIMIT = LineBlockReader.LONGEST_LINE;
  private static final String GOOD = "{\"type\":\"team\",\"team\":{\"name\":\"good\"}}\n";

  @Test
  void a_line_of_just_the_limit_is_read() {
    byte[] line = filled(LIMIT);
    BulkLine read = Lines.one(line);
    assertThat(read.problems()).isEmpty();
    assertThat(((Post) read.record()).message())
        .hasSize(LIMIT - Lines.post("\"message\":\"\"").length());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000, 5_000_000})
  void a_line_over_the_limit_is_passed_over_and_the_next_one_read(int more) {
    byte[] file = Arrays.copyOf(filled(LIMIT + more), LIMIT + more + 1 + GOOD.length());
    file[LIMIT + more] = '\n';
    System.arraycopy(Lines.bytes(GOOD), 0, file, LIMIT + more + 1, GOOD.length());
    List<BulkLine> lines = Lines.read(file);
    assertThat(Lines.problems(lines.get(0))).containsExactly("line.too-long");
    assertThat(((Team) lines.get(1).record()).name()).isEqualTo("good");
    assertThat(lines.get(1).offset()).isEqualTo(LIMIT + more + 1L);
    assertThat(lines.get(1).number()).isEqualTo(2);
  }

  @Test
  void a_line_of_gigabytes_needs_no_more_memory_than_one_of_the_limit() throws IOException {
    InputStream large = new Zeroes(3L << 30);
    InputStream in =
        new SequenceInputStream(large, new ByteArrayInputStream(Lines.bytes("\n" + GOOD)));
    try (LineBlockReader reader = new LineBlockReader(in, "f", 1, 0)) {
      LineBlock block = reader.next();
      assertThat(block.overlong()).isEqualTo((3L << 30) + 1);
      assertThat(block.bytes()).isEmpty();
      assertThat(reader.next().offset()).isEqualTo((3L << 30) + 1);
      assertThat(reader.next()).isNull();
    }
  }

  private static byte[] filled(int length) {
    byte[] line = new byte[length];
    Arrays.fill(line, (byte) 'x');
    byte[] head = Lines.bytes("{\"type\":\"post\",\"post\":{\"message\":\"");
    byte[] tail = Lines.bytes("\"}}");
    System.arraycopy(head, 0, line, 0, head.length);
    System.arraycopy(tail, 0, line, length - tail.length, tail.length);
    return line;
  }

  @Test
  void millions_of_unknown_members_are_bounded() {
    StringBuilder members = new StringBuilder();
    IntStream.range(0, 1_200_000).forEach(i -> members.append("\"").append(i).append("\":1,"));
    BulkLine line = Lines.one(Lines.post(members + "\"user\":\"u\""));
    assertThat(line.problems()).hasSize(LineFindings.MOST + 1);
    assertThat(line.record().layout().extras()).hasSize(1);
    assertThat(Lines.write(line, Escaping.PLAIN)).hasSize(line.length() + 1);
  }

  @Test
  void millions_of_repeated_members_are_bounded() {
    BulkLine line = Lines.one(Lines.post("\"user\":\"\",".repeat(1_300_000) + "\"user\":\"u\""));
    assertThat(((Post) line.record()).user()).isEqualTo("u");
    assertThat(line.problems()).hasSize(LineFindings.MOST + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replies", "reactions", "attachments", "thread_followers"})
  void millions_of_empty_parts_are_bounded_and_refused(String name) {
    String parts = "{},".repeat(5_000_000);
    BulkLine line = Lines.one(Lines.post("\"" + name + "\":[" + parts + "{}]"));
    assertThat(Lines.problems(line))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("line.too-many-parts");
  }

  @Test
  void millions_of_repeated_payloads_are_bounded_and_refused() {
    String again = "\"post\":{\"x\":1},".repeat(1_000_000);
    BulkLine line = Lines.one("{\"type\":\"post\"," + again + "\"post\":{}}");
    assertThat(line.problems().get(LineFindings.MOST).severity().word()).isEqualTo("error");
  }

  @Test
  void millions_of_repeated_props_are_bounded_and_refused() {
    BulkLine line = Lines.one(Lines.post("\"props\":{\"x\":1},".repeat(900_000) + "\"props\":{}"));
    assertThat(line.problems().get(LineFindings.MOST).severity().word()).isEqualTo("error");
  }

  @Test
  void a_block_of_lines_that_are_not_closed_is_not_read_over_and_over() {
    String open = "{\"a\":[\n".repeat(400_000);
    List<BulkLine> lines = Lines.read(open + GOOD);
    assertThat(lines).hasSize(400_001);
    assertThat(((Team) lines.get(400_000).record()).name()).isEqualTo("good");
  }

  @Test
  void long_names_do_not_make_long_reports() {
    String deep = "{\"" + "n".repeat(4_000_000) + "\":{" + "\"a\":1e999,".repeat(300) + "\"b\":1}}";
    BulkLine line = Lines.one(Lines.post("\"props\":" + deep));
    assertThat(line.problems()).allMatch(problem -> problem.place().pointer().length() <= 1001);
  }

  @Test
  void names_made_to_collide_cost_no_more_than_others() {
    // Aa and BB have the same hash in Java; fourteen pairs make 16,384 names of one hash.
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 1 << 14; i++) {
      members.append('"');
      for (int bit = 0; bit < 14; bit++) {
        members.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      members.append("\":1,");
    }
    assertThat(Lines.one(Lines.post(members + "\"user\":\"u\"")).record()).isNotNull();
  }

  @Test
  void control_characters_and_zeros_never_reach_a_report() {
    String[] lines = {
      "\0\0\0",
      "{\"type\":\"\\u001b[2J\"}",
      "{\"\\u001b[2J\":1,\"type\":\"post\",\"post\":{\"\\u0000\":1}}",
      Lines.post("\"user\":\"a\0b\""),
      Lines.post("\"props\":{\"\\u009b31m\":1e999}"),
      "\u001b]0;x\u0007"
    };
    for (String line : lines) {
      Lines.one(line)
          .problems()
          .forEach(
              problem ->
                  assertThat(problem.message() + problem.hint() + problem.place().pointer())
                      .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}]"));
    }
  }

  @Test
  void separators_of_unicode_do_not_end_a_line() {
    BulkLine line = Lines.one(Lines.post("\"message\":\"a\u2028b\u2029c\u0085d\""));
    assertThat(((Post) line.record()).message()).isEqualTo("a\u2028b\u2029c\u0085d");
    assertThat(line.problems()).isEmpty();
  }

  @Test
  void a_record_over_two_lines_is_two_errors_and_the_next_line_is_good() {
    List<BulkLine> lines = Lines.read("{\"type\":\"team\",\n\"team\":{}}\n" + GOOD);
    assertThat(Lines.problems(lines.get(0))).containsExactly("line.not-json");
    // What is left is a text with something behind it.
    assertThat(lines.get(1).record()).isNull();
    assertThat(lines.get(1).problems()).isNotEmpty();
    assertThat(lines.get(2).problems()).isEmpty();
  }

  @Test
  void garbage_of_any_bytes_is_read_without_a_throw() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[2000];
      random.nextBytes(bytes);
      assertThatCode(() -> Lines.read(bytes)).doesNotThrowAnyException();
      byte[] file =
          Lines.bytes(GOOD + new String(bytes, StandardCharsets.ISO_8859_1) + "\n" + GOOD);
      List<BulkLine> lines = Lines.read(file);
      assertThat(((Team) lines.get(lines.size() - 1).record()).name()).isEqualTo("good");
    }
  }

  /** A stream of so many zero bytes. */
  private static final class Zeroes extends InputStream {
    private long left;

    Zeroes(long count) {
      left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      left -= count;
      return count;
    }
  }
}
