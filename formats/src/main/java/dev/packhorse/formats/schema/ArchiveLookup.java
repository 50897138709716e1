package dev.packhorse.formats.schema;

import dev.packhorse.formats.archive.ArchiveFiles;
import dev.packhorse.formats.archive.PathRules;
import java.io.IOException;
import java.io.InputStream;

/** The files of an archive as the rules ask for them. */
final class ArchiveLookup implements FileLookup {
  private final ArchiveFiles files;

  ArchiveLookup(ArchiveFiles files) {
    this.files = files;
  }

  @Override
  public boolean known() {
    return files.known();
  }

  @Override
  public int count() {
    return files.count();
  }

  @Override
  public int find(String path) {
    int id = files.find(path);
    if (id >= 0) {
      return id;
    }
    return PathRules.resolve("data", path).isPresent() ? MISSING : REJECTED;
  }

  @Override
  public int findExact(String entryName) {
    return files.findEntry(entryName);
  }

  @Override
  public String name(int id) {
    return files.name(id);
  }

  @Override
  public long size(int id) {
    return files.size(id);
  }

  @Override
  public InputStream open(int id) throws IOException {
    return files.open(id);
  }
}
