package dev.packhorse.engine.run;

/** How a command ends; a promise to scripts (design, section 3). */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int DEFECT = 1;
  public static final int USAGE = 2;
  public static final int LOSSES = 3;
  public static final int INVALID = 4;
  public static final int UNREACHABLE = 5;
  public static final int DENIED = 6;
  public static final int REFUSED = 7;
  public static final int JOB_FAILED = 8;
  public static final int WAITED = 9;
  public static final int LOCKED = 11;
  public static final int DAMAGED = 13;
  public static final int NO_SPACE = 14;
  public static final int INTERRUPTED = 130;
  public static final int TERMINATED = 143;

  private ExitCode() {}
}
