package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.model.RecordType;
import java.nio.charset.StandardCharsets;

/**
 * Finds out the types of lines without reading them: servers and converters write {@code type} as
 * the first member. A line that begins otherwise is read. Not thread-safe.
 */
public final class TypeSniffer {
  private static final byte[] HEAD = "{\"type\":".getBytes(StandardCharsets.US_ASCII);
  private static final RecordType[] TYPES = RecordType.values();
  private static final byte[][] WORDS = new byte[TYPES.length][];

  static {
    for (RecordType type : TYPES) {
      WORDS[type.ordinal()] = (type.word() + '"').getBytes(StandardCharsets.US_ASCII);
    }
  }

  private final LineParser parser = new LineParser();
  private RecordType parsed;

  /** Takes what was found out. */
  public interface Sink {
    /**
     * @param type null if it can't be told
     * @param at index of the line's first byte in the block's buffer
     */
    void line(RecordType type, long number, int at);
  }

  public void sniff(LineBlock block, Sink to) {
    long number = block.firstLine();
    int position = block.start();
    while (position < block.end()) {
      int feed = Bytes.lineFeed(block.bytes(), position, block.end());
      to.line(type(block, position, feed, number), number, position);
      position = feed + 1;
      number++;
    }
  }

  private RecordType type(LineBlock block, int start, int end, long number) {
    byte[] bytes = block.bytes();
    if (startsWith(bytes, start, end, HEAD)) {
      int i = start + HEAD.length;
      while (i < end && bytes[i] == ' ') {
        i++;
      }
      for (int t = 0; i < end && bytes[i] == '"' && t < WORDS.length; t++) {
        if (startsWith(bytes, i + 1, end, WORDS[t])) {
          return TYPES[t];
        }
      }
    }
    parsed = null;
    parser.parse(block.part(start, end, number, 1), line -> parsed = line.type());
    return parsed;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
    if (to - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
