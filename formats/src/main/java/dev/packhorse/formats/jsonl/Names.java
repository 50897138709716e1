package dev.packhorse.formats.jsonl;

/** Member names: how ours are spelt on the wire, and when Go takes one for another. */
final class Names {
  private static final char KELVIN_SIGN = '\u212A';
  private static final char LONG_S = '\u017F';

  private Names() {}

  /** {@code createAt} to {@code create_at}. */
  static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (char c : camel.toCharArray()) {
      if (Character.isUpperCase(c)) {
        snake.append('_').append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }

  /**
   * Equal for names that Go's decoder does not tell apart: ASCII letters in either case, and the
   * two characters outside ASCII that fold to a letter inside it.
   */
  static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      } else if (c == KELVIN_SIGN) {
        c = 'k';
      } else if (c == LONG_S) {
        c = 's';
      }
      folded.append(c);
    }
    return folded.toString();
  }
}
