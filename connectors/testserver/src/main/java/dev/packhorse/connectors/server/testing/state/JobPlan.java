package dev.packhorse.connectors.server.testing.state;

/** When jobs get on, and what goes wrong with them. */
public final class JobPlan {
  /** Looks at a job that waits until it is picked up; −1 leaves it to the clock. */
  public int pollsWaiting = 1;

  /** Looks at a job that runs until it ends; −1 leaves it to the clock. */
  public int pollsRunning = 1;

  /** The watcher's round; milliseconds. */
  public long waitingMillis = 15_000;

  public long runningMillis = 60_000;

  /** Jobs of every type stay pending for ever. */
  public boolean neverPickedUp;

  /** A job that was picked up stays in progress for ever, as after a crash of the server. */
  public boolean crash;

  /** Line of the import at which the job ends with {@link #failText}; 0 for none. */
  public int failLine;

  public String failText;

  /** The job ends as success while the archive stays listed. */
  public boolean keepFile;

  /** The archive can't be removed: all data is in, and the job ends as error. */
  public boolean removalFails;

  /** Jobs get on with the clock, and not with looks at them. */
  public JobPlan byClock() {
    pollsWaiting = -1;
    pollsRunning = -1;
    return this;
  }

  public JobPlan byPolls(int waiting, int running) {
    pollsWaiting = waiting;
    pollsRunning = running;
    return this;
  }

  /** The inner text of the error; the server puts its own words before it. */
  public JobPlan failAt(int line, String text) {
    failLine = line;
    failText = text;
    return this;
  }
}
