package dev.packhorse.formats.schema;

import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.problem.Catalogue;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemPage;
import dev.packhorse.formats.problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads lines and holds them against all rules, as the engine's survey does. */
final class Inspection {
  /** One finding, without its words. */
  record Found(long line, Severity severity, String code, String pointer) {
    @Override
    public String toString() {
      return line + " " + severity.word() + " " + code + (pointer.isEmpty() ? "" : " " + pointer);
    }
  }

  final List<Found> found = new ArrayList<>();
  final List<Long> identical = new ArrayList<>();
  private final TargetProfile target;
  private final LineParser parser;

  Inspection(TargetProfile target) {
    this.target = target;
    parser = new LineParser(!target.modern());
  }

  /**
   * @param existing lines of what the target has; may be empty
   */
  Inspection run(byte[] lines, byte[] existing, FileLookup files) throws IOException {
    Path folder = Files.createTempDirectory("rules");
    LineRules rules = new LineRules(target);
    try (FileRules file = new FileRules(target, files, folder)) {
      parse(
          existing,
          line -> {
            if (line.record() != null) {
              file.existing(line.record());
            }
          });
      parse(lines, line -> line(line, rules, file));
      file.finish(this::add, place -> identical.add(place.line()));
    }
    Files.delete(folder);
    return this;
  }

  private void line(BulkLine line, LineRules rules, FileRules file) {
    boolean[] refused = {false};
    for (Problem problem : line.problems()) {
      add(problem);
      refused[0] |= problem.severity() == Severity.ERROR;
    }
    Findings out =
        (code, severity, pointer, arguments) -> {
          refused[0] |= severity == Severity.ERROR;
          add(Problem.of(code, severity, line.place().at(pointer), arguments));
        };
    rules.check(line.type(), line.typeWord(), line.number(), line.record(), line.problems(), out);
    String text =
        new String(line.bytes(), line.start(), line.length(), StandardCharsets.ISO_8859_1);
    long digest = Hash64.of(Hash64.SEED, text);
    file.accept(
        "import.jsonl",
        line.number(),
        line.offset(),
        line.type(),
        line.record(),
        refused[0],
        digest,
        out);
  }

  private void add(Problem problem) {
    checkWords(problem);
    found.add(
        new Found(
            problem.place().line(),
            problem.severity(),
            problem.code().code(),
            problem.place().pointer()));
  }

  /** The sentence has a value for each of its places. */
  private static void checkWords(Problem problem) {
    ProblemPage page = Catalogue.page(problem.code().code());
    List<String> marks = List.of("<0>", "<1>", "<2>", "<3>", "<4>");
    String text = page.message(marks) + page.hint(marks);
    for (int i = problem.arguments().size(); i < marks.size(); i++) {
      if (text.contains(marks.get(i))) {
        throw new AssertionError(problem.code().code() + " lacks argument " + i);
      }
    }
  }

  private void parse(byte[] lines, Consumer<BulkLine> to) {
    try (LineBlockReader reader =
        new LineBlockReader(new ByteArrayInputStream(lines), "import.jsonl", 1, 0)) {
      for (LineBlock block = reader.next(); block != null; block = reader.next()) {
        parser.parse(block, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
