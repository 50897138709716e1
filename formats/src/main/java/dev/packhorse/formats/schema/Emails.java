package dev.packhorse.formats.schema;

/** Which e-mail addresses the server takes (A-USER-01): Go's {@code net/mail}, no display form. */
final class Emails {
  private static final String SPECIALS = "()<>[]:;@\\,\"";

  private Emails() {}

  /** One {@code @} between two runs of words joined by single dots; letters of any script. */
  static boolean isValid(String email) {
    int at = email.indexOf('@');
    return at > 0
        && email.indexOf('@', at + 1) < 0
        && isDotAtom(email, 0, at)
        && isDotAtom(email, at + 1, email.length());
  }

  private static boolean isDotAtom(String text, int from, int to) {
    boolean afterDot = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (afterDot) {
          return false;
        }
        afterDot = true;
      } else if (c <= ' ' || c == 0x7F || SPECIALS.indexOf(c) >= 0) {
        return false;
      } else {
        afterDot = false;
      }
    }
    return !afterDot;
  }
}
