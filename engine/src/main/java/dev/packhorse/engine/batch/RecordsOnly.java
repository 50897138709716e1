package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.SourceFile;
import java.util.List;

/** No cargo, for a target whose form can't hold files. */
final class RecordsOnly implements Cargo {
  @Override
  public Iterable<SourceFile> files() {
    return List.of();
  }

  @Override
  public Iterable<SourceFile> sidecar() {
    return List.of();
  }

  @Override
  public void unreadable(SourceFile file, Exception why) {
    throw new IllegalStateException("there is no file", why);
  }
}
