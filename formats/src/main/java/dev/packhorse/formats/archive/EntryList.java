package dev.packhorse.formats.archive;

import java.util.Arrays;

/** Positions and name hashes of entries, while they are being collected. */
final class EntryList {
  private long[] positions = new long[64];
  private int[] hashes = new int[64];
  private int size;

  void add(long position, String name) {
    if (size == hashes.length) {
      positions = Arrays.copyOf(positions, size + (size >> 1));
      hashes = Arrays.copyOf(hashes, size + (size >> 1));
    }
    positions[size] = position;
    hashes[size++] = NameIndex.hash(name);
  }

  int size() {
    return size;
  }

  /** These positions, then those of the other list. */
  long[] positionsAnd(EntryList other) {
    long[] all = Arrays.copyOf(positions, size + other.size);
    System.arraycopy(other.positions, 0, all, size, other.size);
    return all;
  }

  /** These hashes, then those of the other list. */
  int[] hashesAnd(EntryList other) {
    int[] all = Arrays.copyOf(hashes, size + other.size);
    System.arraycopy(other.hashes, 0, all, size, other.size);
    return all;
  }
}
