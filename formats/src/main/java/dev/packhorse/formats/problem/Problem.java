package dev.packhorse.formats.problem;

import java.util.Arrays;
import java.util.List;

/**
 * One thing found wrong: what, how grave, where, and the values for its sentence.
 *
 * @param arguments values for {@code {0}}, {@code {1}} … of the sentence on the code's page; values
 *     taken from the data are cut to {@value #LONGEST_VALUE} characters, so that no report carries
 *     whole messages (decision D7)
 */
public record Problem(ProblemCode code, Severity severity, Place place, List<String> arguments) {

  /** Longest part of an offending value that a report shows, in characters. */
  public static final int LONGEST_VALUE = 80;

  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** A problem of the code's usual severity. */
  public static Problem of(ProblemCode code, Place place, Object... arguments) {
    return of(code, code.severity(), place, arguments);
  }

  public static Problem of(ProblemCode code, Severity severity, Place place, Object... arguments) {
    return new Problem(code, severity, place, Arrays.stream(arguments).map(Problem::cut).toList());
  }

  /** The sentence for people. */
  public String message() {
    return Catalogue.page(code.code()).message(arguments);
  }

  /** What to do about it; empty when there is nothing to do. */
  public String hint() {
    return Catalogue.page(code.code()).hint(arguments);
  }

  private static String cut(Object value) {
    String text = String.valueOf(value);
    StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST_VALUE + 1));
    for (int i = 0; i < text.length() && i < LONGEST_VALUE; i++) {
      char c = text.charAt(i);
      boolean half = i == LONGEST_VALUE - 1 && Character.isHighSurrogate(c);
      if (!half) {
        // Control characters would let a hostile file write to the reader's terminal.
        shown.append(Character.isISOControl(c) || unpaired(text, i) ? '\uFFFD' : c);
      }
    }
    return text.length() > LONGEST_VALUE ? shown.append('…').toString() : shown.toString();
  }

  private static boolean unpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
