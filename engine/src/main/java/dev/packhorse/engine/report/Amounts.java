package dev.packhorse.engine.report;

import java.util.Locale;

/** Bytes and times as people say them. */
public final class Amounts {
  private Amounts() {}

  /** In units of 1000, as disks and networks count: {@code 1.2 GB}. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.95) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, "kMGTP".charAt(unit));
  }

  /** {@code 0.4 s}, {@code 12:05 min}, {@code 3:20:00 h}. */
  public static String seconds(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
