package dev.packhorse.engine.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a text into pieces of at most so many code points. Put together again the pieces are the
 * text: nothing is trimmed. A piece ends at a line end if there is one in its last quarter, else at
 * a blank, else anywhere between two code points.
 */
final class MessagePieces {
  private MessagePieces() {}

  /**
   * @return at least one piece
   */
  static List<String> of(String text, int most) {
    if (text == null) {
      return Collections.singletonList(null);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (longer(text, from, most)) {
      int limit = text.offsetByCodePoints(from, most);
      int end = cut(text, from, limit);
      pieces.add(text.substring(from, end));
      from = end;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** Whether more than so many code points are left; looks no further than it must. */
  private static boolean longer(String text, int from, int most) {
    int end = (int) Math.min(text.length(), from + 2L * most + 1);
    return text.codePointCount(from, end) > most;
  }

  private static int cut(String text, int from, int limit) {
    int earliest = limit - (limit - from) / 4;
    for (char wanted : new char[] {'\n', ' '}) {
      // Not lastIndexOf, which would look through the whole text for each piece.
      for (int at = limit - 1; at >= earliest; at--) {
        if (text.charAt(at) == wanted) {
          return at + 1;
        }
      }
    }
    return limit;
  }
}
