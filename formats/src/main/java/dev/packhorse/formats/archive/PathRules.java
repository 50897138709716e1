package dev.packhorse.formats.archive;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How the server finds a file by a path in a line (bulk-format.md section 1.6, server 11.6).
 *
 * <p>Only the slash separates. A backslash, {@code %2e} or a NUL is an ordinary character.
 */
public final class PathRules {
  private PathRules() {}

  /**
   * Joins, cleans and checks.
   *
   * @param base the folder that must not be left, {@code data} in an archive; empty is the current
   *     one
   * @param path as written in the line; a leading slash does not make it absolute
   * @return the cleaned path, which is the base itself for an empty path; nothing if the path
   *     leaves the base
   */
  public static Optional<String> resolve(String base, String path) {
    String inside = clean(base);
    String joined = clean(inside + "/" + path);
    boolean below =
        switch (inside) {
          case "." -> !joined.equals("..") && !joined.startsWith("../");
          case "/" -> true;
          default -> joined.equals(inside) || joined.startsWith(inside + "/");
        };
    return below ? Optional.of(joined) : Optional.empty();
  }

  /** The form in which the server compares names: Unicode NFC. */
  public static String comparable(String name) {
    return Normalizer.isNormalized(name, Normalizer.Form.NFC)
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** The shortest path of the same meaning, by its text alone; {@code .} for nothing. */
  static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> kept = new ArrayDeque<>();
    for (String element : path.split("/")) {
      if (element.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (element.equals("..") ? !rooted : !element.isEmpty() && !element.equals(".")) {
        kept.addLast(element);
      }
    }
    String joined = String.join("/", kept);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
