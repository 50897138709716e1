package dev.packhorse.connectors.testkit;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files given to a target, and what it told about them. */
class GivenCargo implements Cargo {
  private final Iterable<SourceFile> files;
  private final Iterable<SourceFile> sidecar;

  /** Sizes and hashes of the files that the target said it holds, by path. */
  final Map<String, String> stored = new TreeMap<>();

  final List<String> unreadable = new ArrayList<>();
  boolean complete;

  GivenCargo(Iterable<SourceFile> files, Iterable<SourceFile> sidecar) {
    this.files = files;
    this.sidecar = sidecar;
  }

  @Override
  public Iterable<SourceFile> files() {
    return files;
  }

  @Override
  public Iterable<SourceFile> sidecar() {
    return sidecar;
  }

  @Override
  public void stored(SourceFile file, long size, String sha256) {
    stored.put(file.path(), size + " " + sha256);
  }

  @Override
  public void unreadable(SourceFile file, Exception why) {
    unreadable.add(file.path());
  }

  @Override
  public void complete() {
    complete = true;
  }
}
