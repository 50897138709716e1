package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** What rows of one part go through: counts them, keeps the pace, and stops when asked to. */
final class Gate implements RowSink {
  private final RowSink sink;
  private final Pace pace;
  private final Snapshot.ReadWatch watch;
  private final BooleanSupplier stopped;
  private final int step;
  private int rows;
  private long rested = System.nanoTime();

  Gate(RowSink sink, Pace pace, Snapshot.ReadWatch watch, BooleanSupplier stopped) {
    this.sink = sink;
    this.pace = pace;
    this.watch = watch;
    this.stopped = stopped;
    this.step = pace.step();
  }

  @Override
  public void row(Row row) throws IOException {
    sink.row(row);
    if (++rows >= step) {
      flush();
    }
  }

  @Override
  public void end() throws IOException {
    flush();
    sink.end();
  }

  private void flush() throws IOException {
    watch.rows(rows);
    if (pace.passed(rows, System.nanoTime() - rested, stopped)) {
      rested = System.nanoTime();
    }
    rows = 0;
    if (stopped.getAsBoolean()) {
      throw new InterruptedStaging();
    }
  }
}
