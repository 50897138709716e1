package dev.packhorse.samples;

/**
 * The time of day in a generated company. Root messages get even milliseconds that never come twice
 * in a file; replies and reactions get odd ones.
 */
final class Clock {
  /** 4 January 2021, 08:00 UTC, in epoch milliseconds. */
  static final long BEGIN = 1_609_747_200_000L;

  private static final long FIVE_YEARS = 5L * 365 * 86_400_000;

  private final Dice dice;
  private final long gap;
  private long now = BEGIN;

  /**
   * @param messages how many root messages are to fit into the years
   */
  Clock(long messages, Dice dice) {
    this.dice = dice;
    gap = Math.max(1, FIVE_YEARS / Math.max(1, messages) / 2);
  }

  /** The time of the next root message. */
  long tick() {
    now += 2 * (1 + dice.spread(gap));
    return now;
  }
}
