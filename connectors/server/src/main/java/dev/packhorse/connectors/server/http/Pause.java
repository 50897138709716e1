package dev.packhorse.connectors.server.http;

import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, but not on when the user has had enough. */
@FunctionalInterface
public interface Pause {
  /**
   * @throws InterruptedStaging if the run was asked to stop
   */
  void pause(Duration time) throws IOException;

  /**
   * Looks up from waiting ten times a second.
   *
   * @param stopped whether the run was asked to stop
   */
  static Pause until(BooleanSupplier stopped) {
    return time -> {
      long end = System.nanoTime() + time.toNanos();
      for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
        if (stopped.getAsBoolean()) {
          throw new InterruptedStaging();
        }
        try {
          Thread.sleep(Math.min(100, left / 1_000_000 + 1));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("the wait was given up");
        }
      }
      if (stopped.getAsBoolean()) {
        throw new InterruptedStaging();
      }
    };
  }
}
