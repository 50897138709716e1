package dev.packhorse.formats.archive;

import java.util.Arrays;

/** A growing list of longs without boxes. */
final class LongList {
  private long[] values = new long[64];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }

  long[] sorted() {
    long[] sorted = toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
