package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.BalanceSheet;
import java.util.Properties;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What a segment's step keeps at each commit.
 *
 * @param range index of the range being read
 * @param cursor where in it reading goes on; null at its beginning
 * @param mark what the target holds
 * @param written records written by this step
 * @param moved what turned out to be merged instead of written
 */
record Checkpoint(int range, String cursor, String mark, long written, BalanceSheet moved) {
  private static final String RANGE = "range";
  private static final String CURSOR = "cursor";
  private static final String MARK = "mark";
  private static final String WRITTEN = "written";
  private static final String MOVED = "moved.";

  static Checkpoint start() {
    return new Checkpoint(0, null, null, 0, new BalanceSheet());
  }

  static Checkpoint from(ExecutionContext context) {
    if (!context.containsKey(MARK)) {
      return start();
    }
    Properties properties = new Properties();
    context
        .entrySet()
        .forEach(
            entry -> {
              if (entry.getKey().startsWith(MOVED)) {
                properties.setProperty(
                    entry.getKey().substring(MOVED.length()), entry.getValue().toString());
              }
            });
    BalanceSheet moved = new BalanceSheet();
    moved.load("", properties);
    return new Checkpoint(
        context.getInt(RANGE),
        context.containsKey(CURSOR) ? context.getString(CURSOR) : null,
        context.getString(MARK),
        context.getLong(WRITTEN),
        moved);
  }

  void to(ExecutionContext context) {
    context.putInt(RANGE, range);
    if (cursor == null) {
      context.remove(CURSOR);
    } else {
      context.putString(CURSOR, cursor);
    }
    context.putString(MARK, mark);
    context.putLong(WRITTEN, written);
    Properties properties = new Properties();
    moved.save("", properties);
    properties
        .stringPropertyNames()
        .forEach(name -> context.putString(MOVED + name, properties.getProperty(name)));
  }
}
