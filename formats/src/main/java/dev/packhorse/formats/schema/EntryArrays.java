package dev.packhorse.formats.schema;

/** Sorting of entries that lie one behind the other in an array of numbers, without objects. */
final class EntryArrays {
  private static final int WIDTH = EntrySorter.WIDTH;
  private static final int FEW = 12;

  private EntryArrays() {}

  static int compare(long[] left, int i, long[] right, int k) {
    int order = Long.compare(left[i], right[k]);
    if (order == 0) {
      order = Long.compare(left[i + 2], right[k + 2]);
    }
    return order != 0 ? order : Long.compare(left[i + 4], right[k + 4]);
  }

  static void sort(long[] entries, int count) {
    sort(entries, 0, count - 1);
  }

  private static void sort(long[] a, int from, int to) {
    int low = from;
    int high = to;
    while (high - low >= FEW) {
      int split = partition(a, low, high);
      // The smaller side by recursion, so that the stack stays short.
      if (split - low < high - split) {
        sort(a, low, split);
        low = split + 1;
      } else {
        sort(a, split + 1, high);
        high = split;
      }
    }
    for (int i = low + 1; i <= high; i++) {
      for (int k = i; k > low && less(a, k, k - 1); k--) {
        swap(a, k, k - 1);
      }
    }
  }

  /** Hoare's partition around the median of three. */
  private static int partition(long[] a, int low, int high) {
    int middle = (low + high) >>> 1;
    if (less(a, middle, low)) {
      swap(a, middle, low);
    }
    if (less(a, high, low)) {
      swap(a, high, low);
    }
    if (less(a, high, middle)) {
      swap(a, high, middle);
    }
    long[] pivot = new long[WIDTH];
    System.arraycopy(a, middle * WIDTH, pivot, 0, WIDTH);
    int i = low;
    int k = high;
    while (true) {
      do {
        i++;
      } while (compare(a, i * WIDTH, pivot, 0) < 0);
      do {
        k--;
      } while (compare(a, k * WIDTH, pivot, 0) > 0);
      if (i >= k) {
        return k;
      }
      swap(a, i, k);
    }
  }

  private static boolean less(long[] a, int i, int k) {
    return compare(a, i * WIDTH, a, k * WIDTH) < 0;
  }

  private static void swap(long[] a, int i, int k) {
    int left = i * WIDTH;
    int right = k * WIDTH;
    for (int n = 0; n < WIDTH; n++) {
      long kept = a[left + n];
      a[left + n] = a[right + n];
      a[right + n] = kept;
    }
  }
}
