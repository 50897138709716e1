package dev.packhorse.samples;

import dev.packhorse.formats.archive.ArchiveFiles;
import dev.packhorse.formats.archive.PathRules;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.io.InputStream;

/** The files of an archive as the rules want to see them. */
final class FilesOf implements FileLookup {
  private final ArchiveFiles files;

  FilesOf(ArchiveFiles files) {
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
