package dev.packhorse.formats.jsonl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes eight at a time; a byte-wise loop would cost as much as the JSON parser. */
final class Bytes {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LINE_FEEDS = ONES * '\n';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long QUOTES = ONES * '"';
  private static final long CONTROLS = ONES * ' ';

  private Bytes() {}

  static long word(byte[] bytes, int at) {
    return (long) WORD.get(bytes, at);
  }

  /** Position of the next line feed in {@code [from, to)}, or {@code to}. */
  static int lineFeed(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long hit = zeroes(word(bytes, i) ^ LINE_FEEDS);
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Position of the last line feed in {@code [from, to)}, or {@code from - 1}. */
  static int lastLineFeed(byte[] bytes, int from, int to) {
    int i = to - 1;
    while (i >= from && bytes[i] != '\n') {
      i--;
    }
    return i;
  }

  static int countLineFeeds(byte[] bytes, int from, int to) {
    int count = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      count += Long.bitCount(zeroesExact(word(bytes, i) ^ LINE_FEEDS));
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        count++;
      }
    }
    return count;
  }

  static boolean ascii(byte[] bytes, int from, int to) {
    long seen = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      seen |= word(bytes, i);
    }
    for (; i < to; i++) {
      seen |= bytes[i];
    }
    return (seen & HIGH_BITS) == 0;
  }

  /** Whether an escape of a surrogate, {@code \\uD800} to {@code \\uDFFF}, occurs. */
  static boolean surrogateEscape(byte[] bytes, int from, int to) {
    int i = from;
    while (true) {
      i = backslash(bytes, i, to);
      if (i + 3 >= to) {
        return false;
      }
      if (bytes[i + 1] == 'u' && (bytes[i + 2] | 0x20) == 'd' && surrogateDigit(bytes[i + 3])) {
        return true;
      }
      i += 2;
    }
  }

  private static boolean surrogateDigit(byte b) {
    return b == '8' || b == '9' || (b | 0x20) == 'a' || (b | 0x20) == 'b' || letterCToF(b);
  }

  private static boolean letterCToF(byte b) {
    int lower = b | 0x20;
    return lower >= 'c' && lower <= 'f';
  }

  /**
   * Position of the first quote, backslash or control character in {@code [from, to)}, or -1. What
   * lies before it is text as it stands.
   */
  static int plainText(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long word = word(bytes, i);
      // For each byte below 0x20: the first such mark is right, as with zeroes().
      long control = (word - CONTROLS) & ~word & HIGH_BITS;
      long hit = zeroes(word ^ QUOTES) | zeroes(word ^ BACKSLASHES) | control;
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '"' || bytes[i] == '\\' || bytes[i] >= 0 && bytes[i] < ' ') {
        return i;
      }
    }
    return -1;
  }

  private static int backslash(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long hit = zeroes(word(bytes, i) ^ BACKSLASHES);
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (i < to && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /** The lowest set bit marks the first zero byte; higher marks may be wrong. */
  private static long zeroes(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }

  /** One bit for every zero byte and no other. */
  private static long zeroesExact(long word) {
    long low = (word & ~HIGH_BITS) + ~HIGH_BITS;
    return ~(low | word | ~HIGH_BITS);
  }

  /** White space as JSON has it. */
  static boolean blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }
}
