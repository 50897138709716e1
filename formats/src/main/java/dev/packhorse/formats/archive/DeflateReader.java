package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Raw deflate data with plain bytes around it, as in a gzip file or a zip entry. Knows exactly
 * where the compressed data ended, which {@code InflaterInputStream} does not tell.
 */
final class DeflateReader implements Closeable {
  private final InputStream source;
  private final Inflater inflater = new Inflater(true);
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  DeflateReader(InputStream source) {
    this.source = source;
  }

  /** The next plain byte, or -1 at the end. Only before and after deflate data. */
  int next() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xFF : -1;
  }

  /**
   * @return how many bytes were unpacked, at least 1 if {@code length} is; -1 at the end of the
   *     deflate data
   * @throws EOFException if the source ends within the deflate data
   * @throws ZipException if that is not deflate data
   */
  int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      while (!inflater.finished()) {
        // First inflate, then feed: with all input taken it may still hold output, or the end.
        int count = inflater.inflate(target, offset, length);
        if (inflater.finished()) {
          at = end - inflater.getRemaining();
        }
        if (count > 0 || length == 0) {
          return count;
        }
        if (inflater.needsDictionary()) {
          throw new ZipException("wants a dictionary");
        }
        if (!inflater.finished() && inflater.needsInput()) {
          feed();
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw (ZipException) new ZipException("not deflate data").initCause(e);
    }
  }

  private void feed() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException("the compressed data has no end");
    }
    inflater.setInput(buffer, at, end - at);
    at = end;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, source.read(buffer, 0, buffer.length));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    source.close();
  }
}
