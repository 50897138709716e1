package dev.packhorse.connectors.database.shuffle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Hashes of keys, which are ids of 26 characters or whatever else a table holds. */
public final class Keys {
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Keys() {}

  /** Well mixed in all bits, the same on every machine. */
  public static long hash(byte[] key, int from, int length) {
    long hash = length * PRIME;
    int at = from;
    for (int end = from + length - Long.BYTES; at <= end; at += Long.BYTES) {
      hash = mixed(hash, (long) LONGS.get(key, at));
    }
    for (; at < from + length; at++) {
      hash = mixed(hash, key[at]);
    }
    return hash;
  }

  private static long mixed(long hash, long more) {
    long mixed = (hash ^ more) * PRIME;
    return mixed ^ mixed >>> 32;
  }

  public static byte[] of(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
