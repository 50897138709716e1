package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the form and opens it. */
final class ArchiveOpener {
  private ArchiveOpener() {}

  static BulkArchive open(Path path, ArchiveLimits limits) throws IOException {
    String name = FormFinder.name(path);
    if (!Files.exists(path)) {
      throw ArchiveProblem.NOT_FOUND.thrown(name);
    }
    try {
      return Files.isDirectory(path)
          ? DirectoryArchive.open(path, limits)
          : openFile(path, name, limits);
    } catch (AccessDeniedException | FileNotFoundException e) {
      // FileNotFoundException is also what Java says when the file may not be read.
      throw new ProblemException(ArchiveProblem.NOT_READABLE.in(name), e);
    }
  }

  private static BulkArchive openFile(Path path, String name, ArchiveLimits limits)
      throws IOException {
    if (!Files.isRegularFile(path)) {
      // Reading a pipe or device for its form would take from it what is to be read later.
      throw ArchiveProblem.UNSUPPORTED_FORM.thrown(name, "a pipe or device");
    }
    FileBytes file = new FileBytes(path, name);
    try {
      ArchiveForm form = FormFinder.find(file, path);
      List<Problem> problems = new ArrayList<>();
      ArchiveForm.byName(path)
          .filter(promised -> promised != form)
          .ifPresent(
              promised ->
                  problems.add(ArchiveProblem.MISNAMED.in(name, promised.word(), form.word())));
      return form == ArchiveForm.ZIP
          ? ZipBulkArchive.open(path, file, limits, problems)
          : new BareArchive(path, form, new BareLines(file, form, limits), problems);
    } catch (IOException | ProblemException e) {
      file.close();
      throw e;
    }
  }
}
