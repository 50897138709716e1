package dev.packhorse.formats.schema;

import java.util.Locale;
import java.util.Set;

/** Which locales the server takes (A-USER-04). */
final class Locales {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private Locales() {}

  /**
   * Empty, or at most five characters of a language tag: {@code de}, {@code pt-BR}, {@code fil}.
   */
  static boolean isValid(String locale) {
    int length = locale.length();
    if (length == 0) {
      return true;
    }
    if (length == 1 || length > 5 || length == 4) {
      return false;
    }
    int end = length == 5 ? 2 : length;
    for (int i = 0; i < length; i++) {
      char c = locale.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean joint = i == end && (c == '-' || c == '_');
      if (!letter && !joint || i == end && !joint) {
        return false;
      }
    }
    return end == 3 || LANGUAGES.contains(locale.substring(0, 2).toLowerCase(Locale.ROOT));
  }
}
