package dev.packhorse.formats.schema;

/** Lists of role names in one text, separated by blanks. */
final class RoleNames {
  private RoleNames() {}

  /**
   * V-USER-17, V-UTEAM-02, V-UCHAN-02: the first word that is no role name, or {@code system_admin}
   * if that is the only word; null if the list is good. The server splits at any white space here.
   */
  static String firstInvalid(String roles) {
    int words = 0;
    String last = "";
    for (int from = next(roles, 0);
        from < roles.length();
        from = next(roles, from + last.length())) {
      last = wordAt(roles, from);
      if (!Names.isRole(last)) {
        return last;
      }
      words++;
    }
    return words == 1 && last.equals("system_admin") ? last : null;
  }

  /**
   * Whether the word is in the list; {@code V-GUEST} rules split at single blanks, and so do we
   * here: a role name holds no white space, so that both ways come to the same.
   */
  static boolean contains(String roles, String word) {
    if (roles == null) {
      return false;
    }
    for (int at = roles.indexOf(word); at >= 0; at = roles.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || isSpace(roles.charAt(at - 1)))
          && (end == roles.length() || isSpace(roles.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Index of the next word's first character from there on, or the length. */
  static int next(String roles, int from) {
    int at = from;
    while (at < roles.length() && isSpace(roles.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The word that begins there. */
  static String wordAt(String roles, int from) {
    int to = from;
    while (to < roles.length() && !isSpace(roles.charAt(to))) {
      to++;
    }
    return from == 0 && to == roles.length() ? roles : roles.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
