package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;

/** Lines as they come out of a chain of streams that ends in a slice of the file. */
final class UnpackedLines extends LinesStream {
  private final InputStream unpacked;
  private final SliceStream stored;
  private final long skippedStored;

  /**
   * @param skippedStored bytes of the stored form before the slice
   */
  UnpackedLines(InputStream unpacked, SliceStream stored, long skippedStored) {
    this.unpacked = unpacked;
    this.stored = stored;
    this.skippedStored = skippedStored;
  }

  @Override
  public long storedPosition() {
    return skippedStored + stored.consumed();
  }

  @Override
  public int read() throws IOException {
    return unpacked.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return unpacked.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  /**
   * Reads over bytes.
   *
   * @param from offset in the contents of the next byte
   * @param offset of the byte to stop before
   * @throws dev.packhorse.formats.problem.ProblemException if there are not so many
   */
  UnpackedLines after(long from, long offset, String file) throws IOException {
    byte[] scratch = new byte[(int) Math.min(1 << 16, offset - from)];
    for (long done = from; done < offset; ) {
      int count = read(scratch, 0, (int) Math.min(scratch.length, offset - done));
      if (count < 0) {
        throw ArchiveProblem.LINES_SHORTER.thrown(file, done, offset);
      }
      done += count;
    }
    return this;
  }
}
