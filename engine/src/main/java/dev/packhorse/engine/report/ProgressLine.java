package dev.packhorse.engine.report;

import dev.packhorse.engine.run.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * One line on a terminal that says how far a run is, redrawn a few times a second: {@code [0:12]
 * 34.5 % writing 1.2 of 3.4 GB 812,345 records 98.1 MB/s 0:23 left}.
 */
public final class ProgressLine implements Progress {
  private static final long REDRAW_NANOS = 250_000_000L;

  private final PrintStream terminal;
  private final long begun = System.nanoTime();
  private String phase = "";
  private long total = -1;
  private long phaseBegun = begun;
  private long firstPosition = -1;
  private long drawn;
  private boolean visible;

  public ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void phase(String name, long size) {
    phase = name;
    total = size;
    phaseBegun = System.nanoTime();
    firstPosition = -1;
  }

  @Override
  public void update(long position, long records) {
    long now = System.nanoTime();
    if (firstPosition < 0) {
      firstPosition = position;
    }
    if (now - drawn < REDRAW_NANOS) {
      return;
    }
    drawn = now;
    terminal.print("\r" + line(position, records, now) + "\u001B[K");
    terminal.flush();
    visible = true;
  }

  private String line(long position, long records, long now) {
    double seconds = (now - phaseBegun) / 1e9;
    double rate = seconds < 0.5 ? 0 : (position - firstPosition) / seconds;
    StringBuilder line = new StringBuilder("[" + clock((now - begun) / 1e9) + "]");
    if (total > 0) {
      line.append(String.format(Locale.ROOT, " %5.1f %%", 100.0 * position / total));
    }
    line.append("  ").append(phase).append("  ").append(Amounts.bytes(position));
    if (total > 0) {
      line.append(" of ").append(Amounts.bytes(total));
    }
    line.append(String.format(Locale.ROOT, "  %,d records", records));
    if (rate > 0) {
      line.append("  ").append(Amounts.bytes((long) rate)).append("/s");
      if (total > position) {
        line.append("  ").append(clock((total - position) / rate)).append(" left");
      }
    }
    return line.toString();
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** Takes the line off the terminal. */
  public void clear() {
    if (visible) {
      terminal.print("\r\u001B[K");
      terminal.flush();
      visible = false;
    }
  }
}
