package dev.packhorse.connectors.database.snapshot;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How fast all threads together may read. */
final class Pace {
  /** Rows between two looks at the clock and at whether to stop. */
  private static final int MOST_ROWS = 256;

  /** Naps are short, so that a wish to stop is heard. */
  private static final long NAP = TimeUnit.MILLISECONDS.toNanos(50);

  private final long rowsPerSecond;
  private final boolean gentle;

  /** When the next rows may be taken, by the clock of {@link System#nanoTime}. */
  private long free = System.nanoTime();

  /**
   * @param rowsPerSecond 0 for no limit
   * @param gentle whether to rest as long as one works
   */
  Pace(long rowsPerSecond, boolean gentle) {
    this.rowsPerSecond = rowsPerSecond;
    this.gentle = gentle;
  }

  /** How many rows may be taken before the next {@link #passed}. */
  int step() {
    return rowsPerSecond == 0
        ? MOST_ROWS
        : (int) Math.max(1, Math.min(MOST_ROWS, rowsPerSecond / 20));
  }

  /**
   * Waits as long as it takes until so many rows more have been due.
   *
   * @param worked nanoseconds since the last rest
   * @return whether there was a rest
   */
  boolean passed(int rows, long worked, BooleanSupplier stopped) {
    long until = rowsPerSecond == 0 ? 0 : due(rows);
    if (rowsPerSecond > 0) {
      rest(until - System.nanoTime(), stopped);
    }
    if (gentle && worked > NAP) {
      rest(worked, stopped);
      return true;
    }
    return false;
  }

  private synchronized long due(int rows) {
    free = Math.max(free, System.nanoTime()) + rows * TimeUnit.SECONDS.toNanos(1) / rowsPerSecond;
    return free;
  }

  private static void rest(long nanos, BooleanSupplier stopped) {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (left > 0 && !stopped.getAsBoolean()) {
      try {
        TimeUnit.NANOSECONDS.sleep(Math.min(left, NAP));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      left = end - System.nanoTime();
    }
  }
}
