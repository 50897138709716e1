package dev.packhorse.connectors.server.testing.job;

/** A job that ends as error. */
final class JobError extends Exception {
  private final String line;
  private final boolean hangs;

  private JobError(String text, String line, boolean hangs) {
    super(text, null, false, false);
    this.line = line;
    this.hangs = hangs;
  }

  /** Before any line was read. */
  static JobError worker(String text) {
    return new JobError("ImportProcessWorker: Unable to process import: " + text, null, false);
  }

  /**
   * @param line from 1; 0 where the server looks up a whole batch and does not know
   */
  static JobError at(long line, String text) {
    return new JobError("BulkImport: " + text, String.valueOf(line), false);
  }

  static JobError export(String text) {
    return new JobError(text, null, false);
  }

  /** No error at all: the job never ends. */
  static JobError endless() {
    return new JobError("", null, true);
  }

  /** Null if it is not told. */
  String line() {
    return line;
  }

  boolean hangs() {
    return hangs;
  }
}
