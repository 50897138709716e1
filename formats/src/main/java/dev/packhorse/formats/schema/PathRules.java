package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.Findings;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where paths of files may lead (bulk-format reference 1.6, base {@code data}). */
final class PathRules {
  private static final String BASE = "data";

  private PathRules() {}

  /** Whether the path leaves {@code data} once it is joined to it and cleaned. */
  static boolean escapes(String path) {
    if (!path.contains("..")) {
      return false;
    }
    Deque<String> cleaned = new ArrayDeque<>();
    cleaned.addLast(BASE);
    for (String step : path.split("/")) {
      if (step.equals("..") && !cleaned.isEmpty() && !cleaned.getLast().equals("..")) {
        cleaned.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        cleaned.addLast(step);
      }
    }
    return !BASE.equals(cleaned.peekFirst());
  }

  /** V-PATH-03, V-PATH-05 and what follows from them: a picture outside of the archive. */
  static void image(String path, Findings out, String pointer) {
    if (path != null && escapes(path)) {
      out.report(AccountProblem.IMAGE_PATH_REJECTED, pointer, path);
    }
  }
}
