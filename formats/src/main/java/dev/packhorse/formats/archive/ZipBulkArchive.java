package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A zip with lines in its root and files below {@code data/}. */
final class ZipBulkArchive implements BulkArchive {
  private final Path path;
  private final ZipDirectory directory;
  private final ZipContent content;
  private final ZipHeader lines;
  private final String linesName;
  private final ZipFiles files;
  private final List<Problem> problems;

  private ZipBulkArchive(
      Path path, ZipDirectory directory, ZipContent content, ZipSurvey survey, ZipFiles files) {
    this.path = path;
    this.directory = directory;
    this.content = content;
    this.lines = survey.lines();
    this.linesName = survey.linesName();
    this.files = files;
    this.problems = survey.problems().all();
  }

  /** Takes the file over and closes it, also if this fails. */
  static ZipBulkArchive open(Path path, FileBytes file, ArchiveLimits limits, List<Problem> found)
      throws IOException {
    try {
      ZipEnd end = ZipEnd.find(file);
      if (end.exact() && end.entries() > limits.entries()) {
        throw ArchiveProblem.BOMB_ENTRIES.thrown(file.name(), limits.entries());
      }
      ZipDirectory directory = new ZipDirectory(file, end);
      ZipSurvey survey = survey(directory, limits, "");
      if (!survey.wrapping().isEmpty()) {
        survey = survey(directory, limits, survey.wrapping());
      }
      survey.check();
      found.forEach(survey.problems()::add);
      sayWhatIsAround(file, end, survey.problems());
      ZipContent content = new ZipContent(directory, limits);
      content.start(survey.lines());
      ZipFiles files = ZipFiles.of(directory, content, limits, survey);
      return new ZipBulkArchive(path, directory, content, survey, files);
    } catch (IOException | ProblemException e) {
      file.close();
      throw e;
    }
  }

  private static ZipSurvey survey(ZipDirectory directory, ArchiveLimits limits, String folder)
      throws IOException {
    ZipEnd end = directory.end();
    ZipSurvey survey =
        new ZipSurvey(directory.file().name(), limits, folder, end.directory() - end.prefix());
    directory.visit(survey);
    return survey;
  }

  private static void sayWhatIsAround(FileBytes file, ZipEnd end, ProblemList problems) {
    if (end.prefix() > 0) {
      problems.add(ArchiveProblem.BYTES_BEFORE, end.prefix());
    }
    if (end.trailing() > 0) {
      problems.add(ArchiveProblem.BYTES_BEHIND, end.trailing());
    }
  }

  @Override
  public ArchiveForm form() {
    return ArchiveForm.ZIP;
  }

  @Override
  public String linesName() {
    return linesName;
  }

  @Override
  public long linesSize() {
    return lines.size();
  }

  @Override
  public long storedSize() {
    return lines.storedSize();
  }

  int linesCrc() {
    return lines.crc();
  }

  @Override
  public LinesStream openLines(long offset) throws IOException {
    return content.open(lines, offset);
  }

  @Override
  public ArchiveFiles files() {
    return files;
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
    directory.file().close();
  }
}
