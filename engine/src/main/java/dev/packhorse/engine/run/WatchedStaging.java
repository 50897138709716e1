package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.Staging;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tells of the staging of a source as of all other work. */
public final class WatchedStaging implements Staging {
  private final Progress progress;
  private final BooleanSupplier stopped;
  private final Consumer<String> notes;

  public WatchedStaging(Progress progress, BooleanSupplier stopped, Consumer<String> notes) {
    this.progress = progress;
    this.stopped = stopped;
    this.notes = notes;
  }

  @Override
  public void phase(String name, long total) {
    progress.phase(name, -1); // its total is in rows, and progress is in bytes
  }

  @Override
  public void update(long done) {
    progress.update(0, done);
  }

  @Override
  public boolean stopped() {
    return stopped.getAsBoolean();
  }

  @Override
  public void note(String sentence) {
    notes.accept(sentence);
  }
}
