package dev.packhorse.engine.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is to be done after work that may fail or be stopped by Ctrl-C or SIGTERM: a process that is
 * to end waits for it.
 */
final class CleaningUp implements Closeable {
  private static final int PATIENCE_SECONDS = 60;

  /** Takes back what the work has done so far. */
  @FunctionalInterface
  interface Undoing {
    void undo() throws IOException;
  }

  private final Undoing undoing;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "packhorse-cleaning");
  private boolean unneeded;

  CleaningUp(Undoing undoing) {
    this.undoing = undoing;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work ended well. */
  void unneeded() {
    unneeded = true;
  }

  @Override
  public void close() throws IOException {
    try {
      if (!unneeded) {
        undoing.undo();
      }
    } finally {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already.
      }
    }
  }
}
