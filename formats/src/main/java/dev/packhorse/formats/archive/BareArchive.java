package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lines alone in a file; where the attachments are, nobody knows. */
final class BareArchive implements BulkArchive {
  private final Path path;
  private final ArchiveForm form;
  private final BareLines lines;
  private final List<Problem> problems;

  BareArchive(Path path, ArchiveForm form, BareLines lines, List<Problem> problems) {
    this.path = path;
    this.form = form;
    this.lines = lines;
    this.problems = List.copyOf(problems);
  }

  @Override
  public ArchiveForm form() {
    return form;
  }

  @Override
  public String linesName() {
    return lines.file().name();
  }

  @Override
  public long linesSize() {
    return lines.size();
  }

  @Override
  public long storedSize() {
    return lines.file().size();
  }

  @Override
  public LinesStream openLines(long offset) throws IOException {
    return lines.open(offset);
  }

  @Override
  public ArchiveFiles files() {
    return ArchiveFiles.UNKNOWN;
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public String fingerprint() throws IOException {
    return new Fingerprint().file(path).text();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
