package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.engine.run.Progress;
import dev.packhorse.engine.run.Verdicts;
import dev.packhorse.engine.transform.Repairs;

/** What all writing steps of a run share. */
final class WriteContext {
  private final Source source;
  private final Target target;
  private final Verdicts verdicts;
  private final Repairs repairs;
  private final Progress progress;
  private long written;

  /**
   * @param repairs null if nothing is to be mended
   */
  WriteContext(
      Source source, Target target, Verdicts verdicts, Repairs repairs, Progress progress) {
    this.source = source;
    this.target = target;
    this.verdicts = verdicts;
    this.repairs = repairs;
    this.progress = progress;
  }

  Source source() {
    return source;
  }

  Target target() {
    return target;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  Repairs repairs() {
    return repairs;
  }

  Progress progress() {
    return progress;
  }

  void written(long records) {
    written += records;
  }

  /** Records written by this process. */
  long written() {
    return written;
  }
}
