package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * The problems of the line being read; their number is bounded, so that no line fills the memory.
 */
final class LineFindings {
  static final int MOST = 200;

  private List<Problem> problems = List.of();
  private int dropped;
  private Severity worstDropped;
  private Place line;

  void begin(Place place) {
    line = place;
    problems = List.of();
    dropped = 0;
    worstDropped = Severity.INFO;
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Takes back what was reported, except what concerns the bytes: the line is read once more. */
  void forget() {
    if (!problems.isEmpty()) {
      problems.removeIf(p -> p.code() != LineProblem.INVALID_UTF8 && !mark(p));
    }
    dropped = 0;
    worstDropped = Severity.INFO;
  }

  private static boolean mark(Problem problem) {
    return problem.code() == LineProblem.BYTE_ORDER_MARK;
  }

  /** Reports the line for something that the target forgives. */
  void mild(LineProblem code, Object... arguments) {
    add(Problem.of(code, Severity.WARNING, line, arguments));
  }

  void report(LineProblem code, String pointer, Object... arguments) {
    add(Problem.of(code, line.at(pointer), arguments));
  }

  private void add(Problem problem) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>(2);
    }
    if (problems.size() < MOST) {
      problems.add(problem);
    } else {
      dropped++;
      if (problem.severity().compareTo(worstDropped) < 0) {
        worstDropped = problem.severity();
      }
    }
  }

  List<Problem> end() {
    if (dropped > 0) {
      problems.add(Problem.of(LineProblem.MORE, worstDropped, line, dropped));
    }
    return problems;
  }
}
