package dev.packhorse.engine.transform;

import java.util.ArrayList;
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
    if (text == null || text.codePointCount(0, text.length()) <= most) {
      return text == null ? java.util.Collections.singletonList(null) : List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.codePointCount(from, text.length()) > most) {
      int limit = text.offsetByCodePoints(from, most);
      int end = cut(text, from, limit);
      pieces.add(text.substring(from, end));
      from = end;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int cut(String text, int from, int limit) {
    int earliest = limit - (limit - from) / 4;
    for (char wanted : new char[] {'\n', ' '}) {
      int at = text.lastIndexOf(wanted, limit - 1);
      if (at >= earliest) {
        return at + 1;
      }
    }
    return limit;
  }
}
