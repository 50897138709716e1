package dev.packhorse.engine.docs;

import dev.packhorse.connectors.database.address.InstallationProblem;
import dev.packhorse.connectors.database.rows.DataProblem;
import dev.packhorse.connectors.database.snapshot.DatabaseProblem;
import dev.packhorse.connectors.server.export.ExportProblem;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.server.job.JobProblem;
import dev.packhorse.connectors.server.upload.UploadProblem;
import dev.packhorse.connectors.store.StoreProblem;
import dev.packhorse.engine.batch.FileProblem;
import dev.packhorse.engine.transform.Repair;
import dev.packhorse.formats.archive.ArchiveProblem;
import dev.packhorse.formats.jsonl.LineProblem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.schema.SchemaProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents as tests read them. */
final class Pages {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path DOCS = ROOT.resolve("docs");
  static final Path PROBLEMS = DOCS.resolve("reference/problems");

  private Pages() {}

  /** Every code that the program can raise. */
  static List<ProblemCode> codes() {
    List<ProblemCode> codes = new ArrayList<>();
    codes.addAll(List.of(LineProblem.values()));
    codes.addAll(List.of(ArchiveProblem.values()));
    codes.addAll(SchemaProblems.all());
    codes.addAll(List.of(Repair.values()));
    codes.addAll(List.of(FileProblem.values()));
    codes.addAll(List.of(StoreProblem.values()));
    codes.addAll(List.of(InstallationProblem.values()));
    codes.addAll(List.of(DatabaseProblem.values()));
    codes.addAll(List.of(DataProblem.values()));
    codes.addAll(List.of(ServerProblem.values()));
    codes.addAll(List.of(UploadProblem.values()));
    codes.addAll(List.of(JobProblem.values()));
    codes.addAll(List.of(ExportProblem.values()));
    return codes;
  }

  /** The pages below docs, and the README at the top if there is one. */
  static List<Path> all() {
    try (Stream<Path> walk = Files.walk(DOCS)) {
      List<Path> pages =
          new ArrayList<>(walk.filter(page -> page.toString().endsWith(".md")).sorted().toList());
      if (Files.exists(ROOT.resolve("README.md"))) {
        pages.add(ROOT.resolve("README.md"));
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contents of fenced blocks of a language. */
  static List<String> blocks(Path page, String language) {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(text(page))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
