package dev.packhorse.formats.archive;

import java.security.SecureRandom;
import java.util.function.IntFunction;

/**
 * Finds the id of a name without keeping names: 4 bytes of hash per id and an open table of ids, so
 * 9 to 15 bytes per name. A hit is confirmed against the real name, which the owner reads again.
 *
 * <p>Names are compared as {@link PathRules#comparable}. Filled by one thread, then read by many.
 */
final class NameIndex {
  // A prime of 61 bits and a secret base: nobody can prepare names that fall on one another.
  private static final long PRIME = (1L << 61) - 1;
  private static final long BASE = (new SecureRandom().nextLong() >>> 4) | 0x100000000L;

  private final int[] hashes;
  private final int[] table;
  private final IntFunction<String> names;

  /**
   * @param hashes of the names of all ids, as {@link #hash} makes them; kept, not copied
   * @param names gives the name of an id
   */
  NameIndex(int[] hashes, IntFunction<String> names) {
    this.hashes = hashes;
    this.names = names;
    this.table = new int[Integer.highestOneBit(Math.max(4, hashes.length / 3 * 4)) * 2];
  }

  static int hash(String name) {
    String comparable = PathRules.comparable(name);
    long hash = comparable.length();
    for (int i = 0; i < comparable.length(); i++) {
      hash = timesBase(hash) + comparable.charAt(i);
    }
    return (int) (hash ^ hash >>> 32);
  }

  private static long timesBase(long value) {
    long high = Math.multiplyHigh(value, BASE);
    long low = value * BASE;
    long sum = (low & PRIME) + (low >>> 61 | high << 3);
    sum = (sum & PRIME) + (sum >>> 61);
    return sum >= PRIME ? sum - PRIME : sum;
  }

  /**
   * Adds an id; if there is one of the same name, replaces that.
   *
   * @return the id that had the name, or -1
   */
  int put(int id) {
    int slot = slot(hashes[id]);
    String name = null;
    for (; table[slot] != 0; slot = next(slot)) {
      int other = table[slot] - 1;
      if (hashes[other] == hashes[id]) {
        name = name == null ? PathRules.comparable(names.apply(id)) : name;
        if (name.equals(PathRules.comparable(names.apply(other)))) {
          table[slot] = id + 1;
          return other;
        }
      }
    }
    table[slot] = id + 1;
    return -1;
  }

  /** The id of a name, or -1. */
  int find(String name) {
    String comparable = PathRules.comparable(name);
    int hash = hash(comparable);
    for (int slot = slot(hash); table[slot] != 0; slot = next(slot)) {
      int id = table[slot] - 1;
      if (hashes[id] == hash && comparable.equals(PathRules.comparable(names.apply(id)))) {
        return id;
      }
    }
    return -1;
  }

  private int slot(int hash) {
    return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(table.length) + 1;
  }

  private int next(int slot) {
    return slot + 1 & table.length - 1;
  }
}
