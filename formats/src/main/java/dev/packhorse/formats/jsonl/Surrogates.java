package dev.packhorse.formats.jsonl;

/** Halves of characters, which a text can hold in Java and JSON but not on a server. */
final class Surrogates {
  private Surrogates() {}

  static boolean lone(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!pairAt(text, i)) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  static String replaceLone(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (Character.isSurrogate(clean.charAt(i))) {
        if (pairAt(clean, i)) {
          i++;
        } else {
          clean.setCharAt(i, '\uFFFD');
        }
      }
    }
    return clean.toString();
  }

  private static boolean pairAt(CharSequence text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }
}
