package dev.packhorse.samples;

/**
 * Random numbers that are the same on every Java release (SplitMix64). Not for secrets.
 *
 * <p>Parts of a file that shall not move when another part changes throw dice of their own, made
 * with {@link #of}.
 */
final class Dice {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice for one purpose: those of two purposes have nothing to do with each other. */
  static Dice of(long seed, String purpose) {
    long state = mix(seed);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state ^ purpose.charAt(i) * STEP);
    }
    return new Dice(state);
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) ((next() >>> 33) * bound >>> 31);
  }

  /** From {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** True in {@code perMille} of 1000 throws. */
  boolean chance(int perMille) {
    return below(1000) < perMille;
  }

  <T> T one(T[] of) {
    return of[below(of.length)];
  }

  /** A number of that mean, small ones far more often than large ones. */
  long spread(long mean) {
    double unit = ((next() >>> 11) + 1) * 0x1.0p-53;
    return (long) (-StrictMath.log(unit) * mean);
  }

  /** 26 characters in the manner of a server's ids. */
  String id() {
    StringBuilder id = new StringBuilder(26);
    long bits = next();
    for (int i = 0; i < 26; i++) {
      if (i == 12 || i == 24) {
        bits = next();
      }
      id.append("ybndrfg8ejkmcpqxot1uwisza345h769".charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return id.toString();
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
