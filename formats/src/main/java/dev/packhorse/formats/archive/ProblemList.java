package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the problems of one archive. Of each code only so many are kept: a hostile archive of
 * millions of entries must not fill the memory with complaints. The rest is counted.
 */
final class ProblemList {
  static final int KEPT_PER_CODE = 1000;

  private final String archive;
  private final List<Problem> kept = new ArrayList<>();
  private final Map<ArchiveProblem, Integer> seen = new TreeMap<>();

  ProblemList(String archive) {
    this.archive = archive;
  }

  void add(ArchiveProblem code, Object... arguments) {
    add(code.in(archive, arguments));
  }

  void add(Problem problem) {
    if (seen.merge((ArchiveProblem) problem.code(), 1, Integer::sum) <= KEPT_PER_CODE) {
      kept.add(problem);
    }
  }

  List<Problem> all() {
    List<Problem> all = new ArrayList<>(kept);
    seen.forEach(
        (code, count) -> {
          if (count > KEPT_PER_CODE) {
            Problem rest =
                ArchiveProblem.MORE_PROBLEMS.in(archive, count - KEPT_PER_CODE, code.code());
            all.add(new Problem(rest.code(), code.severity(), rest.place(), rest.arguments()));
          }
        });
    return all;
  }
}
