package dev.packhorse.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code lines/NAME.jsonl} is read and described as {@code lines/NAME.expected} has it:
 * number, offset and type of each line, then the line written anew, then its problems. A new case
 * is a new file; its description is written by running with {@code -Dgolden=write}, and read by a
 * person.
 */
class GoldenLinesTest {
  private static final Path FOLDER = Path.of("src/test/resources/lines");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jsonl"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_file_reads_as_described(String name) throws IOException {
    String found = describe(Files.readAllBytes(FOLDER.resolve(name)));
    Path expected = FOLDER.resolve(name.replace(".jsonl", ".expected"));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
  }

  private static String describe(byte[] file) {
    StringBuilder text = new StringBuilder();
    for (BulkLine line : Lines.read(file)) {
      text.append(line.number()).append(" @").append(line.offset()).append(' ');
      text.append(line.typeWord() == null ? "-" : line.typeWord()).append('\n');
      if (line.record() != null) {
        text.append("  ").append(Lines.write(line, Escaping.GO));
      }
      for (Problem problem : line.problems()) {
        text.append("  ").append(problem.severity().word()).append(' ');
        text.append(problem.code().code()).append(' ').append(problem.place().pointer());
        text.append(": ").append(problem.message()).append('\n');
      }
    }
    return text.toString();
  }
}
