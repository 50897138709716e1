package dev.packhorse.formats.schema;

/**
 * The last number of an entry: what kind of message it is, in which file and in which reply. The
 * others are its identity, the digest of its line, the line's number and its byte offset.
 */
final class MessageEntry {
  static final long HAS_FILES = 1L << 32;

  /** The target has it already; it stands in no line. */
  static final long ON_TARGET = 1L << 33;

  /** A direct post, else a post. */
  static final long DIRECT = 1L << 34;

  /** No message but a direct channel. */
  static final long CHANNEL = 1L << 35;

  /** A root message with so much that further lines may go on with it. */
  static final long THREAD = 1L << 7;

  /** A few bits of the author's name, enough to tell most authors apart. */
  private static final long AUTHOR = 0x7F;

  /** Index of the reply plus one, or 0 for the root, which is to be sorted before its replies. */
  private static final long REPLY = 0xFF_FFFFL;

  private static final int REPLY_SHIFT = 8;
  private static final int KIND_SHIFT = 36;
  private static final int FILE_SHIFT = 40;

  private MessageEntry() {}

  static long of(long flags, int reply, long file) {
    return flags | (reply & REPLY) << REPLY_SHIFT | file << FILE_SHIFT;
  }

  static long author(String name) {
    return name == null ? 0 : name.hashCode() & AUTHOR;
  }

  /** Whether both are pieces of one thread, as far as can be told from here. */
  static boolean oneThread(long meta, long other) {
    return has(meta, THREAD) && has(other, THREAD) && (meta & AUTHOR) == (other & AUTHOR);
  }

  static long withKind(long meta, int kind) {
    return meta | (long) kind << KIND_SHIFT;
  }

  static boolean has(long meta, long flag) {
    return (meta & flag) != 0;
  }

  static long reply(long meta) {
    return meta >>> REPLY_SHIFT & REPLY;
  }

  /** What was found about it: an index into the kinds of {@link MessageIndex}. */
  static int kind(long meta) {
    return (int) (meta >>> KIND_SHIFT & 0xF);
  }

  static int file(long meta) {
    return (int) (meta >>> FILE_SHIFT);
  }

  static String pointer(long meta) {
    if (has(meta, CHANNEL)) {
      return "/direct_channel";
    }
    String base = has(meta, DIRECT) ? "/direct_post" : "/post";
    return reply(meta) == 0 ? base : base + "/replies/" + (reply(meta) - 1);
  }
}
