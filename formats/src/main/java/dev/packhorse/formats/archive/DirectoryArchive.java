package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with the layout of a zip: lines in its root, files below {@code data/}. */
final class DirectoryArchive implements BulkArchive {
  private final Path root;
  private final String archive;
  private final ArchiveLimits limits;
  private final BareLines lines;
  private final DirectoryFiles files;
  private final List<Problem> problems;

  private DirectoryArchive(
      Path root,
      String archive,
      ArchiveLimits limits,
      BareLines lines,
      DirectoryFiles files,
      ProblemList problems) {
    this.root = root;
    this.archive = archive;
    this.limits = limits;
    this.lines = lines;
    this.files = files;
    this.problems = problems.all();
  }

  static DirectoryArchive open(Path path, ArchiveLimits limits) throws IOException {
    return open(path.toRealPath(), FormFinder.name(path), limits, "");
  }

  private static DirectoryArchive open(
      Path root, String archive, ArchiveLimits limits, String folder) throws IOException {
    ProblemList problems = new ProblemList(archive);
    List<DirectoryWalk.Found> found = DirectoryWalk.list(root, archive, limits, problems);
    LinesChoice choice = new LinesChoice();
    List<DirectoryWalk.Found> others = new ArrayList<>(found.size());
    for (DirectoryWalk.Found file : found) {
      if (!choice.offer(file.name(), 0)) {
        others.add(file);
      }
    }
    if (folder.isEmpty() && !choice.wrapping().isEmpty()) {
      return open(root.resolve(choice.wrapping()), archive, limits, choice.wrapping());
    }
    choice.check(archive, problems);
    if (!folder.isEmpty()) {
      problems.add(ArchiveProblem.WRAPPED, folder);
    }
    Path file = root.resolve(choice.name());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ArchiveProblem.ENTRY_SYMLINK.thrown(archive, choice.name());
    }
    DirectoryFiles files = new DirectoryFiles(root, archive, others, problems);
    BareLines lines = new BareLines(new FileBytes(file, choice.name()), ArchiveForm.LINES, limits);
    return new DirectoryArchive(root, archive, limits, lines, files, problems);
  }

  @Override
  public ArchiveForm form() {
    return ArchiveForm.DIRECTORY;
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
    return lines.size();
  }

  @Override
  public LinesStream openLines(long offset) throws IOException {
    return lines.open(offset);
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
    Fingerprint fingerprint = new Fingerprint().file(root.resolve(linesName()));
    for (DirectoryWalk.Found file :
        DirectoryWalk.list(root, archive, limits, new ProblemList(archive))) {
      fingerprint.add(file.name() + "\0" + file.size() + "\n");
    }
    return fingerprint.text();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
