package dev.packhorse.formats.schema;

/**
 * Version of the server that shall import a file, as far as the rules depend on it.
 *
 * <p>The rules are known for 5.37 and for 11.6; between the two each rule changes where the
 * changelog says so, else at 8.0.
 */
public record TargetVersion(int major, int minor) implements Comparable<TargetVersion> {

  /** The newest server whose rules were read. */
  public static final TargetVersion NEWEST = new TargetVersion(11, 6);

  /** The oldest server whose rules were read. */
  public static final TargetVersion OLDEST = new TargetVersion(5, 37);

  private static final int[][] LAST_MINORS = {
    {5, 39}, {6, 7}, {7, 11}, {8, 1}, {9, 11}, {10, 12}, {11, 6}
  };

  /**
   * Reads {@code 11.6}, {@code 11.6.2} or {@code 11.x}, which is the newest 11 that is known.
   *
   * @throws IllegalArgumentException with a sentence for the user if the text is no such version
   */
  public static TargetVersion parse(String text) {
    String[] parts = text == null ? new String[0] : text.strip().split("\\.", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw nonsense(text);
    }
    int major = number(parts[0], text);
    TargetVersion version =
        parts[1].equals("x") && parts.length == 2
            ? new TargetVersion(major, lastMinor(major, text))
            : new TargetVersion(major, number(parts[1], text));
    if (parts.length == 3) {
      number(parts[2], text);
    }
    if (version.compareTo(OLDEST) < 0) {
      throw new IllegalArgumentException(
          "Servers before " + OLDEST + " are not known: '" + text + "'");
    }
    return version;
  }

  public boolean atLeast(int otherMajor, int otherMinor) {
    return major != otherMajor ? major > otherMajor : minor >= otherMinor;
  }

  @Override
  public int compareTo(TargetVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }

  private static int lastMinor(int major, String text) {
    for (int[] last : LAST_MINORS) {
      if (last[0] == major) {
        return last[1];
      }
    }
    throw nonsense(text);
  }

  private static int number(String digits, String text) {
    if (digits.isEmpty() || digits.length() > 4) {
      throw nonsense(text);
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        throw nonsense(text);
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private static IllegalArgumentException nonsense(String text) {
    return new IllegalArgumentException(
        "Not a server version: '" + text + "'; write it like 11.6, 5.37 or 11.x");
  }
}
