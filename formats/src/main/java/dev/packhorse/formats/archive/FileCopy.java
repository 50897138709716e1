package dev.packhorse.formats.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Copies an attachment and keeps failures of its source apart from those of the archive's disk. */
final class FileCopy {
  /** Takes the bytes. */
  interface Sink {
    void write(byte[] bytes, int length) throws IOException;
  }

  private final byte[] buffer = new byte[1 << 18];

  /**
   * @throws UnreadableFileException if the file can't be read or does not have the size it was said
   *     to have
   */
  void copy(OutgoingFile file, Sink sink) throws IOException {
    try (InputStream in = opened(file)) {
      long done = 0;
      for (int count = read(file, in); count >= 0; count = read(file, in)) {
        done += count;
        if (done > file.size()) {
          throw wrongSize(file);
        }
        sink.write(buffer, count);
      }
      if (done < file.size()) {
        throw wrongSize(file);
      }
    }
  }

  private static InputStream opened(OutgoingFile file) throws IOException {
    try {
      return file.opener().open();
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(file, e);
    }
  }

  private int read(OutgoingFile file, InputStream in) throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(file, e);
    }
  }

  private static UnreadableFileException wrongSize(OutgoingFile file) {
    return new UnreadableFileException(
        file, new EOFException("does not have the size of " + file.size() + " bytes it had"));
  }
}
