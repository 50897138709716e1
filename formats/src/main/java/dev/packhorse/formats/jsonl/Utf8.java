package dev.packhorse.formats.jsonl;

import java.io.ByteArrayOutputStream;

/**
 * UTF-8 as Go reads it: overlong forms, surrogates and values above U+10FFFF are invalid, and each
 * byte that can't begin or go on a valid sequence stands for one U+FFFD.
 */
final class Utf8 {
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private Utf8() {}

  /** Position of the first invalid byte in {@code [from, to)}, or {@code to}. */
  static int firstInvalid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (i + 8 <= to && (Bytes.word(bytes, i) & Bytes.HIGH_BITS) == 0) {
        i += 8;
        continue;
      }
      int length = length(bytes, i, to);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return to;
  }

  /** The same bytes with every invalid one replaced by U+FFFD. */
  static byte[] replaceInvalid(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from + 16);
    int i = from;
    while (i < to) {
      int bad = firstInvalid(bytes, i, to);
      out.write(bytes, i, bad - i);
      i = bad;
      if (i < to) {
        out.writeBytes(REPLACEMENT);
        i++;
      }
    }
    return out.toByteArray();
  }

  /** Length of the valid sequence that begins here, or 0. */
  private static int length(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + length > to) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
