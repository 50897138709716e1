package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.io.InputStream;
import java.util.Optional;

/** Of bare lines nobody knows the attachments. */
final class UnknownFiles implements ArchiveFiles {
  @Override
  public boolean known() {
    return false;
  }

  @Override
  public int count() {
    return 0;
  }

  @Override
  public int total() {
    return 0;
  }

  @Override
  public int find(String path) {
    return -1;
  }

  @Override
  public int findEntry(String name) {
    return -1;
  }

  @Override
  public String name(int id) {
    throw new IndexOutOfBoundsException(id);
  }

  @Override
  public long size(int id) {
    throw new IndexOutOfBoundsException(id);
  }

  @Override
  public Optional<Problem> defect(int id) {
    throw new IndexOutOfBoundsException(id);
  }

  @Override
  public InputStream open(int id) {
    throw new IndexOutOfBoundsException(id);
  }
}
