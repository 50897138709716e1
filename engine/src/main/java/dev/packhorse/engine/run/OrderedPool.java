package dev.packhorse.engine.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on items in several threads and hands the results out in the order of the items, holding no
 * more than a few at a time. With one thread everything happens in the caller's.
 */
final class OrderedPool implements AutoCloseable {
  /** Enough that no worker waits for the reader, few enough that memory stays flat. */
  private static final int AHEAD = 3;

  private final int threads;
  private final ExecutorService workers;

  OrderedPool(int threads) {
    this.threads = threads;
    this.workers = threads == 1 ? null : Executors.newFixedThreadPool(threads, OrderedPool::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "packhorse-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** The next item, or null when there are no more. */
  interface Supply<T> {
    T next() throws IOException;
  }

  /** Called in a worker. */
  interface Work<T, R> {
    R on(T item);
  }

  /** Called in the caller's thread, in order. */
  interface Sink<R> {
    void take(R result) throws IOException;
  }

  /**
   * @throws IOException from supply or sink; what was under way is then thrown away
   */
  <T, R> void run(Supply<T> supply, Work<T, R> work, Sink<R> sink) throws IOException {
    Deque<Future<R>> underWay = new ArrayDeque<>();
    try {
      T item;
      while ((item = supply.next()) != null) {
        if (workers == null) {
          sink.take(work.on(item));
          continue;
        }
        T mine = item;
        underWay.add(workers.submit(() -> work.on(mine)));
        if (underWay.size() >= threads + AHEAD) {
          sink.take(result(underWay.remove()));
        }
      }
      while (!underWay.isEmpty()) {
        sink.take(result(underWay.remove()));
      }
    } catch (RuntimeException e) {
      drain(underWay, sink, e);
      throw e;
    }
  }

  /** The supply may fail in the middle; what it gave before must not be lost. */
  private <R> void drain(Deque<Future<R>> underWay, Sink<R> sink, RuntimeException failure)
      throws IOException {
    while (!underWay.isEmpty()) {
      try {
        sink.take(result(underWay.remove()));
      } catch (RuntimeException second) {
        failure.addSuppressed(second);
        return;
      }
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException(ExitCode.INTERRUPTED, "", "");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("a worker failed", e.getCause());
    }
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
    }
  }
}
