package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** The deflate data that fills a slice of a zip from its first byte to its last. */
final class DeflatedEntry extends InputStream {
  private final DeflateReader deflate;
  private boolean ended;

  DeflatedEntry(InputStream slice) {
    this.deflate = new DeflateReader(slice);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = ended ? -1 : deflate.inflate(target, offset, length);
    if (count < 0 && !ended) {
      ended = true;
      if (deflate.next() >= 0) {
        throw new ZipException("compressed data with something behind it");
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    deflate.close();
  }
}
