package dev.packhorse.formats.schema;

import dev.packhorse.formats.model.RawJson;

/** Properties of a stretch of JSON as the server would store it. */
final class JsonText {
  private JsonText() {}

  /** Cheap test: no byte becomes more than six code points when the server writes it again. */
  static boolean mayExceed(RawJson json, int runes) {
    return json.length() * 6L > runes;
  }

  /**
   * Code points of the JSON as Go writes it: no white space, {@code <}, {@code >}, {@code &} and
   * the two line separators as six-character escapes, all else that can be plain plain. Numbers
   * count as they were written.
   */
  static int storedRunes(RawJson json) {
    int runes = 0;
    boolean string = false;
    for (int i = 0; i < json.length(); i++) {
      int b = json.byteAt(i) & 0xFF;
      if (!string) {
        runes += b == ' ' || b == '\t' || b == '\n' || b == '\r' ? 0 : 1;
        string = b == '"';
      } else if (b == '\\') {
        i++;
        int escaped = json.byteAt(i);
        if (escaped == 'u') {
          runes += runesOf(codeAt(json, i + 1));
          i += 4;
        } else {
          runes += escaped == '/' ? 1 : 2;
        }
      } else if ((b & 0xC0) != 0x80) {
        string = b != '"';
        runes += lineSeparator(json, i) || b == '<' || b == '>' || b == '&' ? 6 : 1;
      }
    }
    return runes;
  }

  /** Whether a string in it holds U+0000, which can only stand there as an escape. */
  static boolean hasNul(RawJson json) {
    int last = json.length() - 6;
    for (int i = 0; i <= last; i++) {
      if (json.byteAt(i) == '\\') {
        if (json.byteAt(i + 1) == 'u' && codeAt(json, i + 2) == 0) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static int runesOf(int code) {
    if (code == '"' || code == '\\' || code == '\n' || code == '\r' || code == '\t') {
      return 2;
    }
    if (code < 0x20 || code == '<' || code == '>' || code == '&') {
      return 6;
    }
    if (code == 0x2028 || code == 0x2029) {
      return 6;
    }
    // Of a surrogate pair the first half counts.
    return code >= 0xDC00 && code <= 0xDFFF ? 0 : 1;
  }

  private static boolean lineSeparator(RawJson json, int i) {
    return json.byteAt(i) == (byte) 0xE2
        && i + 2 < json.length()
        && json.byteAt(i + 1) == (byte) 0x80
        && (json.byteAt(i + 2) & 0xFE) == 0xA8;
  }

  private static int codeAt(RawJson json, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      code = code << 4 | Character.digit(json.byteAt(i), 16);
    }
    return code;
  }
}
