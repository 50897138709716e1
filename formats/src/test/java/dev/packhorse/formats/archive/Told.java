package dev.packhorse.formats.archive;

import java.util.ArrayList;
import java.util.List;

/** Files for an archive, and what their owner was told. */
class Told implements OutgoingFiles {
  private final Iterable<OutgoingFile> files;
  private Iterable<OutgoingFile> sidecar = List.of();

  /** Names and sizes of what is stored. */
  final List<String> stored = new ArrayList<>();

  final List<String> hashes = new ArrayList<>();

  /** Names, and why. */
  final List<String> unreadable = new ArrayList<>();

  Told(Iterable<OutgoingFile> files) {
    this.files = files;
  }

  Told with(Iterable<OutgoingFile> beside) {
    sidecar = beside;
    return this;
  }

  @Override
  public Iterable<OutgoingFile> files() {
    return files;
  }

  @Override
  public Iterable<OutgoingFile> sidecar() {
    return sidecar;
  }

  @Override
  public void stored(OutgoingFile file, long size, String sha256) {
    stored.add(file.name() + " " + size);
    hashes.add(sha256);
  }

  @Override
  public void unreadable(OutgoingFile file, Exception why) {
    unreadable.add(file.name() + ": " + why.getMessage());
  }
}
