package dev.packhorse.formats.jsonl;

/**
 * A 64-bit hash for telling lines apart; not for security. Multiply and fold, eight bytes a time.
 */
final class Digest {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xD6E8FEB86659FD93L;

  private Digest() {}

  static long of(byte[] bytes, int from, int to) {
    long hash = FIRST ^ (to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = mix(hash, Bytes.word(bytes, i));
    }
    long tail = 0;
    for (; i < to; i++) {
      tail = tail << 8 | bytes[i] & 0xFF;
    }
    return mix(mix(hash, tail), SECOND);
  }

  private static long mix(long hash, long word) {
    long low = (hash ^ word) * SECOND;
    long high = Math.multiplyHigh(hash ^ word, SECOND);
    return low ^ high ^ Long.rotateLeft(hash, 23);
  }
}
