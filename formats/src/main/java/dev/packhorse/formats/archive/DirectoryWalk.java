package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists all files below a folder. Links are never followed, wherever they point. */
final class DirectoryWalk extends SimpleFileVisitor<Path> {
  /**
   * @param name from the root, with slashes
   * @param size in bytes
   */
  record Found(String name, long size) {}

  private final Path root;
  private final String archive;
  private final ArchiveLimits limits;
  private final ProblemList problems;
  private final List<Found> found = new ArrayList<>();

  private DirectoryWalk(Path root, String archive, ArchiveLimits limits, ProblemList problems) {
    this.root = root;
    this.archive = archive;
    this.limits = limits;
    this.problems = problems;
  }

  /** All files, by name, so that their order is the same on every machine. */
  static List<Found> list(Path root, String archive, ArchiveLimits limits, ProblemList problems)
      throws IOException {
    DirectoryWalk walk = new DirectoryWalk(root, archive, limits, problems);
    Files.walkFileTree(root, walk);
    walk.found.sort(Comparator.comparing(Found::name));
    return walk.found;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    if (found.size() == limits.entries()) {
      throw ArchiveProblem.BOMB_ENTRIES.thrown(archive, limits.entries());
    }
    if (attributes.isSymbolicLink()) {
      problems.add(ArchiveProblem.ENTRY_SYMLINK, name);
    } else if (!attributes.isRegularFile()) {
      problems.add(ArchiveProblem.ENTRY_NOT_A_FILE, name);
    } else {
      found.add(new Found(name, attributes.size()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(root)) {
      throw e;
    }
    problems.add(ArchiveProblem.ENTRY_NOT_READABLE, name(file));
    return FileVisitResult.CONTINUE;
  }

  private String name(Path file) {
    String name = root.relativize(file).toString();
    String separator = root.getFileSystem().getSeparator();
    return separator.equals("/") ? name : name.replace(separator, "/");
  }
}
