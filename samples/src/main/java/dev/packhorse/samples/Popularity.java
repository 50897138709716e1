package dev.packhorse.samples;

import java.util.Arrays;

/** Picks of which a few come all the time and most hardly ever, as Zipf found for words. */
final class Popularity {
  /** A table instead of a search: one pick costs one look. */
  private static final int SLOTS = 1 << 14;

  private final short[] slots = new short[SLOTS];

  /**
   * @param things how many there are to pick from, at most 32,000; thing 0 is picked most
   */
  Popularity(int things) {
    double sum = 0;
    for (int i = 1; i <= things; i++) {
      sum += 1.0 / i;
    }
    double reached = 0;
    int from = 0;
    for (int i = 1; i <= things; i++) {
      reached += 1.0 / i;
      int to = i == things ? SLOTS : (int) (reached / sum * SLOTS);
      Arrays.fill(slots, from, to, (short) (i - 1));
      from = to;
    }
  }

  int pick(Dice dice) {
    return slots[dice.below(SLOTS)];
  }
}
