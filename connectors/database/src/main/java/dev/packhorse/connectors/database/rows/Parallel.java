package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Works partitions off with several threads. */
public final class Parallel {
  private Parallel() {}

  /** What one thread does. */
  public interface Worker {
    void partition(int index) throws IOException;

    /** After the last partition of this thread. */
    default void end() throws IOException {}
  }

  /** Makes a worker for each thread. */
  @FunctionalInterface
  public interface Workers {
    Worker make() throws IOException;
  }

  /**
   * Runs all partitions.
   *
   * @param stopped asked before each; once true all ends with {@link InterruptedStaging}
   * @throws IOException the first failure; the others stop at their next partition
   */
  public static void run(int threads, int partitions, Workers workers, BooleanSupplier stopped)
      throws IOException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "packhorse-stage");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, partitions); i++) {
        running.add(
            pool.submit(
                () -> {
                  try {
                    Worker worker = workers.make();
                    for (int p = next.getAndIncrement();
                        p < partitions;
                        p = next.getAndIncrement()) {
                      if (stopped.getAsBoolean()) {
                        throw new InterruptedStaging();
                      }
                      worker.partition(p);
                    }
                    worker.end();
                  } catch (Throwable e) {
                    next.set(partitions);
                    throw e;
                  }
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
