package dev.packhorse.connectors.database.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words and names as servers accept them. */
final class Words {
  private static final Set<String> RESERVED = Set.of("all", "channel", "matterbot", "system");
  private static final int LONGEST_NAME = 64;

  private Words() {}

  /** The word if it is one of those a server knows, else null. */
  static String oneOf(Set<String> known, String word) {
    return word != null && known.contains(word) ? word : null;
  }

  /** null for an empty text. */
  static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Words between blanks. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * The username that a server takes for this one: lower case, no character but {@code a-z 0-9 . -
   * _}. Accounts of other servers have a colon in it (bulk-format.md T-20).
   */
  static String username(String stored) {
    StringBuilder name = new StringBuilder();
    String lower = stored.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && name.length() < LONGEST_NAME; i++) {
      char c = lower.charAt(i);
      boolean fine =
          c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
      name.append(fine ? c : '-');
    }
    String result = name.isEmpty() ? "nameless" : name.toString();
    return RESERVED.contains(result) ? result + "-user" : result;
  }

  /**
   * A name of a team or channel that servers take: this one if it is fine, else one made of it, in
   * lower case letters, digits and single hyphens.
   */
  static String placeName(String stored) {
    if (stored.matches("[a-z0-9]([a-z0-9_-]*[a-z0-9])?") && stored.length() <= LONGEST_NAME) {
      return stored;
    }
    String made =
        stored
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+|[-_]+$", "");
    String cut = made.substring(0, Math.min(made.length(), LONGEST_NAME - 8));
    return cut.isEmpty() ? "nameless" : cut.replaceAll("[-_]+$", "");
  }

  /** {@code [a-zA-Z0-9+_-]}, 1 to 64 of them. */
  static boolean isEmojiName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '+' && c != '_' && c != '-') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  /** Without NUL, which PostgreSQL can't hold (bulk-format.md T-16). */
  static String withoutNul(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
