package dev.packhorse.formats.schema;

/**
 * The patterns of names (bulk-format reference, section 10), as loops: each is tried on every line,
 * and a whole-string loop can't fall into T-29.
 */
final class Names {
  private static final String[] RESTRICTED = {"all", "channel", "matterbot", "system"};

  private Names() {}

  /** {@code [a-z0-9_]{1,64}}. */
  static boolean isRole(String name) {
    return !name.isEmpty() && name.length() <= 64 && onlyLowerAnd("_", name, 0, name.length());
  }

  /** {@code [a-z0-9_]{2,64}}. */
  static boolean isScheme(String name) {
    return name.length() >= 2 && isRole(name);
  }

  /** {@code [a-z0-9.\-_]+}, 1 to 64, and no word with a meaning of its own. */
  static boolean isUsername(String name) {
    if (name.isEmpty() || name.length() > 64 || !onlyLowerAnd(".-_", name, 0, name.length())) {
      return false;
    }
    for (String word : RESTRICTED) {
      if (word.equals(name)) {
        return false;
      }
    }
    return true;
  }

  /** {@code [a-zA-Z0-9+_-]+}, 1 to 64. */
  static boolean isEmoji(String name) {
    if (name.isEmpty() || name.length() > 64) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLower(c) && !(c >= 'A' && c <= 'Z') && c != '_' && c != '-' && c != '+') {
        return false;
      }
    }
    return true;
  }

  /** P-TEAM: hyphens inside, or once {@code __} between two runs of letters and digits. */
  static boolean isTeam(String name) {
    int length = name.length();
    if (length < 2 || !isLower(name.charAt(0)) || !isLower(name.charAt(length - 1))) {
      return false;
    }
    int underscores = name.indexOf('_');
    if (underscores < 0) {
      return onlyLowerAnd("-", name, 0, length);
    }
    return name.startsWith("__", underscores)
        && onlyLowerAnd("", name, 0, underscores)
        && onlyLowerAnd("", name, underscores + 2, length);
  }

  /** P-CHANNEL: begins with a letter or digit. */
  static boolean isChannel(String name) {
    return !name.isEmpty() && isLower(name.charAt(0)) && onlyLowerAnd("-_", name, 1, name.length());
  }

  /** P-CHANNEL-537: begins and ends with a letter or digit, at least two characters. */
  static boolean isChannel537(String name) {
    return name.length() >= 2 && isChannel(name) && isLower(name.charAt(name.length() - 1));
  }

  /** Names the server gives to group and direct channels (A-CHAN-06). */
  static boolean isInternalChannel(String name) {
    if (name.length() == 40) {
      for (int i = 0; i < 40; i++) {
        char c = name.charAt(i);
        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
          return false;
        }
      }
      return true;
    }
    return name.length() == 54
        && name.startsWith("__", 26)
        && onlyLowerAnd("", name, 0, 26)
        && onlyLowerAnd("", name, 28, 54);
  }

  /** 26 letters and digits, as the server's ids. */
  static boolean looksLikeAnId(String name) {
    return name.length() == 26 && onlyLowerAnd("", name, 0, 26);
  }

  private static boolean onlyLowerAnd(String marks, String name, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = name.charAt(i);
      if (!isLower(c) && marks.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
