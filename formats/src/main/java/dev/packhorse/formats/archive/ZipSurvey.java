package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.util.Optional;

/** Goes through the directory of a zip once and sorts the entries. */
final class ZipSurvey implements ZipDirectory.Visitor {
  private final String archive;
  private final ArchiveLimits limits;
  private final String folder;
  private final ZipRanges ranges;
  private final ProblemList problems;
  private final LinesChoice choice = new LinesChoice();
  private final EntryList data = new EntryList();
  private final EntryList others = new EntryList();
  private ZipHeader lines;
  private int count;
  private long totalSize;
  private boolean dotNames;

  /**
   * @param folder the one that wraps everything, with its slash; empty in a proper archive
   * @param directory position of the directory, the prefix not counted
   */
  ZipSurvey(String archive, ArchiveLimits limits, String folder, long directory) {
    this.archive = archive;
    this.limits = limits;
    this.folder = folder;
    this.ranges = new ZipRanges(archive, directory);
    this.problems = new ProblemList(archive);
  }

  @Override
  public void visit(ZipHeader header, long position) {
    weigh(header);
    ranges.add(header);
    String rooted = EntryNames.rooted(header.name());
    String name = rooted.startsWith(folder) ? rooted.substring(folder.length()) : rooted;
    if (choice.offer(name, position)) {
      lines = header;
    } else if (!header.folder()) {
      boolean counts = name.startsWith(EntryNames.DATA) && !EntryNames.litter(name);
      (counts ? data : others).add(position, name);
      dotNames |= counts && header.name().startsWith("./");
      complain(header);
    }
  }

  private void weigh(ZipHeader header) {
    if (++count > limits.entries()) {
      throw ArchiveProblem.BOMB_ENTRIES.thrown(archive, limits.entries());
    }
    totalSize += header.size();
    if (totalSize < 0 || totalSize > limits.totalBytes()) {
      throw ArchiveProblem.BOMB_SIZE.thrown(archive, limits.totalBytes());
    }
  }

  private void complain(ZipHeader header) {
    header.defect(archive, limits).ifPresent(problems::add);
    if (header.name().indexOf('\\') >= 0) {
      problems.add(ArchiveProblem.ENTRY_BACKSLASH, header.name());
    }
    if (!header.utf8()) {
      problems.add(ArchiveProblem.ENTRY_NAME_NOT_UTF8, header.name());
    }
  }

  /** A folder that wraps everything, so that the survey must be made again with it; or empty. */
  String wrapping() {
    return choice.wrapping();
  }

  /**
   * @throws ProblemException if there are no lines, or none that can be read
   */
  void check() {
    ranges.check();
    choice.check(archive, problems);
    Optional<Problem> defect = lines.defect(archive, limits);
    if (defect.isPresent()) {
      throw new ProblemException(defect.get());
    }
    if (!folder.isEmpty()) {
      problems.add(ArchiveProblem.WRAPPED, folder);
    }
    if (dotNames) {
      problems.add(ArchiveProblem.DOT_NAMES);
    }
  }

  ZipHeader lines() {
    return lines;
  }

  String linesName() {
    return choice.name();
  }

  String folder() {
    return folder;
  }

  /** Files below {@code data/}, in order. */
  EntryList data() {
    return data;
  }

  /** All other files but the lines. */
  EntryList others() {
    return others;
  }

  ProblemList problems() {
    return problems;
  }
}
