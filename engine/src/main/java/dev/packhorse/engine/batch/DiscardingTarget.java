package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.OutgoingBatch;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.Target;
import java.io.IOException;

/** The target of a dry run: takes everything, keeps nothing. */
final class DiscardingTarget implements Target {
  private static final Prepared NOTHING = new Prepared() {};

  private final String name;

  DiscardingTarget(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean holdsFiles() {
    return true;
  }

  @Override
  public Prepared prepare(OutgoingBatch batch) {
    for (int i = 0; !batch.untouched() && i < batch.batch().size(); i++) {
      if (batch.action(i) == OutgoingBatch.Action.REWRITE) {
        batch.rewritten(batch.batch().record(i));
      }
    }
    return NOTHING;
  }

  @Override
  public void append(Prepared prepared) {}

  @Override
  public String mark() {
    return "nothing";
  }

  /** Counts the files as they come; none is opened. */
  @Override
  public void finish(Cargo cargo) throws IOException {
    for (SourceFile file : cargo.files()) {
      cargo.stored(file, file.size(), null);
    }
    for (SourceFile file : cargo.sidecar()) {
      cargo.stored(file, file.size(), null);
    }
    cargo.complete();
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public void close() {}
}
