package dev.packhorse.formats.schema;

/** JSON pointers to parts of messages; only built when something is reported. */
final class Pointers {
  /** Instead of a reply's index: the root message itself. */
  static final int ROOT = -1;

  private Pointers() {}

  /**
   * @param base pointer to the payload, such as {@code /post}
   * @param reply index of the reply, or {@link #ROOT}
   */
  static String at(String base, int reply, String member) {
    return reply == ROOT ? base + member : base + "/replies/" + reply + member;
  }

  static String at(String base, int reply, String list, int index, String member) {
    return at(base, reply, list) + "/" + index + member;
  }
}
