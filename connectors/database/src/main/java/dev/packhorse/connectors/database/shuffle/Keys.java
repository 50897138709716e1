package dev.packhorse.connectors.database.shuffle;

import java.nio.charset.StandardCharsets;

/** Hashes of keys, which are ids of 26 characters or whatever else a table holds. */
public final class Keys {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Keys() {}

  /** Well mixed in all bits, the same on every machine. */
  public static long hash(byte[] key, int from, int length) {
    long hash = length * PRIME;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ key[i]) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    hash *= PRIME;
    return hash ^ hash >>> 32;
  }

  public static byte[] of(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
