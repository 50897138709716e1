package dev.packhorse.formats.schema;

/** A 64-bit hash of texts and numbers, for finding equal ones; not for keeping secrets. */
final class Hash64 {
  static final long SEED = 0x9E3779B97F4A7C15L;

  private static final long PRIME = 0xD6E8FEB86659FD93L;

  private Hash64() {}

  static long of(long hash, String text) {
    long h = hash ^ text.length() * PRIME;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * PRIME;
      h ^= h >>> 32;
    }
    return h;
  }

  static long of(long hash, long number) {
    long h = (hash ^ number) * PRIME;
    h = (h ^ h >>> 32) * PRIME;
    return h ^ h >>> 29;
  }
}
