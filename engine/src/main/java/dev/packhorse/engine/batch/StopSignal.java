package dev.packhorse.engine.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Ctrl-C and SIGTERM: the step under way finishes its chunk, which leaves a checkpoint, and the run
 * ends. {@code JobOperator.stop} is not used, since it races with the step (Spring Batch #5308).
 */
final class StopSignal implements StepInterruptionPolicy, AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "packhorse-stop");
  private final boolean resumable;
  private volatile boolean asked;

  /**
   * @param resumable whether the same command goes on, which is then said
   */
  StopSignal(boolean resumable) {
    this.resumable = resumable;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stopAndWait() {
    asked = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      // Said here, since the process ends as soon as this thread does.
      System.err.println();
      System.err.println(resumable ? "Stopped. The same command goes on." : "Stopped.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean asked() {
    return asked;
  }

  @Override
  public void checkInterrupted(StepExecution step) throws JobInterruptedException {
    if (asked) {
      step.setTerminateOnly();
      throw new JobInterruptedException("asked to stop");
    }
  }

  /** The run is over; the process may end. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already.
    }
  }
}
