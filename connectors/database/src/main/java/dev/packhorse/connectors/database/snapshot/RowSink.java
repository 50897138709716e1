package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;

/** Takes rows. Used by one thread; other sinks of the same scan may be at work beside it. */
@FunctionalInterface
public interface RowSink {
  void row(Row row) throws IOException;

  /** No more rows come to this sink. Not called after a failure. */
  default void end() throws IOException {}
}
