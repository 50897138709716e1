package dev.packhorse.formats.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks gzip members one after another. Zero bytes behind the last one are padding, as tapes and
 * other programs have it; anything else there is reported.
 *
 * <p>Commons Compress reads the members, one at a time: asked for all of them at once it takes
 * padding for an error and does not say at which member it stands.
 */
final class GzipStream extends InputStream {
  private static final int MAGIC = 0x1F;

  /** Tells a failing disk from damaged data, which come as the same kind of exception. */
  private static final class Source extends FilterInputStream {
    private IOException failure;

    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  private final Source source;
  private final BufferedInputStream stored;
  private final String file;
  private InputStream member;
  private int members;
  private boolean ended;

  /**
   * @param file name for reports
   */
  GzipStream(InputStream source, String file) {
    this.source = new Source(source);
    this.stored = new BufferedInputStream(this.source, 1 << 16);
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      while (length > 0 && !ended) {
        if (member == null && !begin()) {
          ended = true;
          break;
        }
        int count = member.read(target, offset, length);
        if (count > 0) {
          return count;
        }
        members++;
        member = null;
      }
      return length == 0 ? 0 : -1;
    } catch (IOException e) {
      throw meaning(e);
    }
  }

  private boolean begin() throws IOException {
    stored.mark(2);
    int first = stored.read();
    if (members > 0 && first <= 0) {
      for (int padding = first; padding >= 0; padding = stored.read()) {
        requireNothingElse(padding == 0);
      }
      return false;
    }
    if (first < 0 || first == MAGIC && stored.read() < 0) {
      throw new EOFException("cut off before the compressed data");
    }
    stored.reset();
    try {
      member = new GzipCompressorInputStream(stored);
    } catch (IOException e) {
      requireNothingElse(e == source.failure || e instanceof EOFException || members == 0);
      throw e;
    }
    return true;
  }

  private void requireNothingElse(boolean nothing) {
    if (!nothing) {
      throw ArchiveProblem.TRAILING_BYTES.thrown(file);
    }
  }

  /** The library tells apart by its words only; a test for each keeps watch over them. */
  private IOException meaning(IOException e) {
    if (e == source.failure || e instanceof EOFException) {
      return e;
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("CRC32")) {
      throw ArchiveProblem.ENTRY_WRONG_CRC.thrown(file, file);
    }
    if (message.contains("size mismatch")) {
      throw ArchiveProblem.ENTRY_WRONG_SIZE.thrown(file, file);
    }
    return (IOException) new ZipException(message).initCause(e);
  }

  @Override
  public void close() throws IOException {
    try (stored) {
      if (member != null) {
        member.close();
      }
    }
  }
}
