package dev.packhorse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packhorse.samples.BulkFileGenerator;
import dev.packhorse.samples.GeneratorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand faults in one file of a hundred thousand lines are reported in one run. */
class SeededFaultsTest {
  private static final int LINES = 100_000;
  private static final int FAULTS = 1000;
  private static final GeneratorOptions NONE = GeneratorOptions.of(0, 11).withUsers(60);

  @TempDir Path folder;

  @Test
  void each_fault_is_reported_at_its_line_with_pointer_and_code_and_nothing_else()
      throws IOException {
    List<Faults.Fault> kinds = Faults.all();
    assertThat(kinds.size()).isGreaterThanOrEqualTo(40);
    List<String> lines = generated();
    assertThat(lines).hasSize(LINES);
    List<String> expected = spoil(lines, kinds);
    assertThat(expected).hasSize(FAULTS);
    Path file = folder.resolve("import.jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);

    Packhorse.Result result =
        new Packhorse(folder.resolve("state"))
            .run("validate", file, "--json", "--max-problems", 100_000);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(problems(result.out())).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> generated() throws IOException {
    long definitions = new BulkFileGenerator(NONE).write(OutputStream.nullOutputStream()).lines();
    GeneratorOptions options =
        new GeneratorOptions(LINES - definitions, NONE.seed(), NONE.teams(), NONE.users(), 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BulkFileGenerator(options).write(out);
    return new ArrayList<>(out.toString(StandardCharsets.ISO_8859_1).lines().toList());
  }

  /** Spoils lines here and there, at least four apart; returns what must be found. */
  private static List<String> spoil(List<String> lines, List<Faults.Fault> kinds) {
    Random random = new Random(2026);
    List<String> expected = new ArrayList<>();
    int every = (LINES - 1000) / (FAULTS + 20);
    int at = 900;
    for (int i = 0; i < FAULTS; i++) {
      at = Math.max(at + 4, 900 + i * every + random.nextInt(every / 2));
      // The last eighth of the file is direct posts, so each kind is looked for from a new start.
      while (!plain(lines.get(at))) {
        at++;
      }
      Faults.Line line = new Faults.Line(lines.get(at), i);
      Faults.Fault fault = kinds.get(i % kinds.size());
      for (int k = i; !fits(fault, line); k++) {
        fault = kinds.get(k % kinds.size());
      }
      fault.change().accept(line);
      lines.set(at, line.text);
      expected.add((at + 1) + " " + fault.code() + " " + fault.pointer(line.direct));
    }
    return expected;
  }

  private static boolean fits(Faults.Fault fault, Faults.Line line) {
    return fault.of() == Faults.Of.ANY || (fault.of() == Faults.Of.DIRECT) == line.direct;
  }

  private static boolean plain(String line) {
    String tail =
        line.substring(Math.max(0, line.length() - 80)).replace("\"attachments\":null,", "");
    return line.matches("\\{\"type\":\"(direct_)?post\".{20,400}\"type\":\"\".*")
        && tail.endsWith(",\"reactions\":[],\"replies\":null,\"is_pinned\":false}}");
  }

  private static List<String> problems(String out) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> found = new ArrayList<>();
    for (String line : out.lines().toList()) {
      JsonNode node = json.readTree(line);
      // What is said of the file as a whole is no fault of a line.
      boolean counts =
          !node.path("severity").asText().equals("info")
              && !node.path("code").asText().equals("attachment.not-checked");
      if (node.path("message_type").asText().equals("problem") && counts) {
        JsonNode place = node.get("place");
        String pointer = place.path("pointer").asText();
        found.add(place.get("line").asLong() + " " + node.get("code").asText() + " " + pointer);
      }
    }
    return found;
  }
}
