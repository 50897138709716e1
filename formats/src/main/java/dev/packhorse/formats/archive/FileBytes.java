package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * One open file that many streams read at their own positions.
 *
 * <p>Not a {@code FileChannel}: that one closes itself for everybody when a single reading thread
 * is interrupted.
 */
final class FileBytes implements Closeable {
  private final RandomAccessFile file;
  private final String name;
  private final long size;

  FileBytes(Path path, String name) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
    this.name = name;
    this.size = file.length();
  }

  /** Name for reports. */
  String name() {
    return name;
  }

  /** Size in bytes when the file was opened; what is appended later is not read. */
  long size() {
    return size;
  }

  /**
   * Reads at least one byte.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if the file has become shorter
   */
  int read(long position, byte[] target, int offset, int length) throws IOException {
    int count;
    synchronized (file) {
      file.seek(position);
      count = file.read(target, offset, length);
    }
    if (count < 0) {
      throw ArchiveProblem.CUT_OFF.thrown(name);
    }
    return count;
  }

  /** Reads all that was asked for, or throws as {@link #read} does. */
  void readFully(long position, byte[] target, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      done += read(position + done, target, offset + done, length - done);
    }
  }

  byte[] bytes(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    readFully(position, bytes, 0, length);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
