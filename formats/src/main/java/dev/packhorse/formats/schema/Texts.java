package dev.packhorse.formats.schema;

/**
 * Measures of text as the server takes them: UTF-8 bytes or code points, never UTF-16 units
 * (bulk-format reference, conventions).
 */
final class Texts {
  private Texts() {}

  static int runes(String text) {
    return text.codePointCount(0, text.length());
  }

  static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  /** Cheap in the good case: there are never more code points than UTF-16 units. */
  static boolean runesOver(String text, int limit) {
    return text.length() > limit && runes(text) > limit;
  }

  /** Cheap in the good case: no UTF-16 unit needs more than three bytes. */
  static boolean bytesOver(String text, int limit) {
    return text.length() * 3L > limit && bytes(text) > limit;
  }

  static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }

  /**
   * Lower case as Go's {@code strings.ToLower} has it: one code point for one. Returns the same
   * string if nothing changes.
   */
  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z' || c >= 0x80) {
        return foldSlowly(text);
      }
    }
    return text;
  }

  private static String foldSlowly(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
    String result = folded.toString();
    return result.equals(text) ? text : result;
  }

  /**
   * The first character that the server silently takes out of names (T-16), or -1: separators,
   * directions, deprecated formats, the byte order mark, annotations, tags.
   */
  static int strippedCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x2028 && stripped(c)) {
        return c;
      }
      // Tags, U+E0001 to U+E007F, all have the same high surrogate.
      if (c == 0xDB40 && i + 1 < text.length() && stripsTag(text.charAt(i + 1))) {
        return text.codePointAt(i);
      }
    }
    return -1;
  }

  private static boolean stripped(char c) {
    return c == 0x2028
        || c == 0x2029
        || c >= 0x202A && c <= 0x202E
        || c >= 0x206A && c <= 0x206F
        || c == 0xFEFF
        || c >= 0xFFF9 && c <= 0xFFFC;
  }

  private static boolean stripsTag(char low) {
    return low == 0xDC01 || low >= 0xDC20 && low <= 0xDC7F;
  }
}
