package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.jsonl.BulkLine;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import dev.packhorse.formats.schema.FileLookup;
import dev.packhorse.formats.schema.FileRules;
import dev.packhorse.formats.schema.LineRules;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Example: all problems of a bulk file or archive, by the rules alone, without the program. */
public final class ValidateFile {
  private static final TargetProfile TARGET = TargetProfile.newest();

  private final LineRules lineRules = new LineRules(TARGET);
  private final FileRules fileRules;
  private final String name;
  private final Consumer<Problem> out;
  private boolean refused;

  private ValidateFile(FileRules fileRules, String name, Consumer<Problem> out) {
    this.fileRules = fileRules;
    this.name = name;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    try (BulkArchive archive = BulkArchive.open(Path.of(arguments[0]), ArchiveLimits.DEFAULT)) {
      check(archive, problem -> System.out.println(sentence(problem)));
    }
  }

  private static String sentence(Problem problem) {
    return problem.severity().word()
        + " "
        + problem.code().code()
        + " line "
        + problem.place().line()
        + ": "
        + problem.message();
  }

  /** Hands out every problem: those of a line as it is read, those of the whole file at the end. */
  static void check(BulkArchive archive, Consumer<Problem> out) throws IOException {
    archive.problems().forEach(out);
    Path folder = Files.createTempDirectory("packhorse-sample");
    try (FileRules rules = new FileRules(TARGET, FileLookup.of(archive.files()), folder);
        LineBlockReader blocks =
            new LineBlockReader(archive.openLines(0), archive.linesName(), 1, 0)) {
      ValidateFile check = new ValidateFile(rules, archive.linesName(), out);
      LineParser parser = new LineParser();
      for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
        parser.parse(block, check::line);
      }
      rules.finish(out, identicalLine -> {});
    } finally {
      Files.delete(folder);
    }
  }

  private void line(BulkLine line) {
    refused = false;
    line.problems().forEach(this::report);
    Findings findings =
        (code, severity, pointer, arguments) ->
            report(Problem.of(code, severity, line.place().at(pointer), arguments));
    lineRules.check(
        line.type(), line.typeWord(), line.number(), line.record(), line.problems(), findings);
    // What a refused line defines does not exist, so the rules of the file must know.
    fileRules.accept(
        name,
        line.number(),
        line.offset(),
        line.type(),
        line.record(),
        refused,
        line.digest(),
        findings);
  }

  private void report(Problem problem) {
    refused |= problem.severity() == Severity.ERROR;
    out.accept(problem);
  }
}
