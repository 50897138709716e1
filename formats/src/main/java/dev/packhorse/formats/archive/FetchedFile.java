package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file whose beginning, and mostly its end too, has been read. Keeps failures of its source apart
 * from those of the archive's disk. Used by one thread at a time.
 */
final class FetchedFile implements Closeable {
  /** Takes the bytes. */
  interface Sink {
    void write(byte[] bytes, int length) throws IOException;
  }

  private final NamedFile file;

  /** The first bytes; null if nothing has been read. */
  private byte[] head;

  private final MessageDigest digest = sha256();

  /** What follows the head; null if nothing does or nothing has been read. */
  private InputStream rest;

  private FetchedFile(NamedFile file, byte[] head, InputStream rest) {
    this.file = file;
    this.head = head;
    this.rest = rest;
  }

  /** A file of which nothing is read before {@link #copy}. */
  static FetchedFile unread(NamedFile file) {
    return new FetchedFile(file, null, null);
  }

  /**
   * Reads a file, or the beginning of one that turns out to be longer.
   *
   * @param most bytes to be held
   */
  static FetchedFile read(NamedFile file, int most) throws IOException {
    FetchedFile fetched = null;
    InputStream in = file.file().opener().open();
    try {
      // One more, so that the end of a file of exactly this size is seen.
      byte[] bytes = in.readNBytes(most + 1);
      fetched = new FetchedFile(file, bytes, bytes.length > most ? in : null);
      fetched.digest.update(bytes);
      return fetched;
    } finally {
      if (fetched == null || fetched.rest == null) {
        in.close();
      }
    }
  }

  NamedFile file() {
    return file;
  }

  /** Size in bytes, as far as it can be told: as found, or as the file claims. */
  long size() {
    boolean whole = head != null && rest == null;
    return whole ? head.length : Math.max(file.file().size(), 0);
  }

  /**
   * Hands all bytes on. Can be done again after {@link #restart}.
   *
   * @param buffer for bytes on the way
   * @return how many there were
   * @throws UnreadableFileException if the file can't be read
   * @throws IOException what the sink throws
   */
  long copy(byte[] buffer, Sink sink) throws IOException {
    long done = 0;
    if (head == null) {
      rest = open();
    } else {
      sink.write(head, head.length);
      done = head.length;
    }
    if (rest != null) {
      for (int count = read(buffer); count >= 0; count = read(buffer)) {
        digest.update(buffer, 0, count);
        sink.write(buffer, count);
        done += count;
      }
    }
    return done;
  }

  /** Hash of what {@link #copy} handed on; to be asked for once. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private InputStream open() throws UnreadableFileException {
    try {
      return file.file().opener().open();
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(file.file(), e);
    }
  }

  private int read(byte[] buffer) throws UnreadableFileException {
    try {
      return rest.read(buffer);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(file.file(), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Forgets what was read, so that it can be copied once more. */
  void restart() {
    close();
    head = null;
    digest.reset();
  }

  /** Lets go of the source. A failure of that changes nothing about what was read. */
  @Override
  public void close() {
    if (rest != null) {
      try {
        rest.close();
      } catch (IOException | RuntimeException e) {
        // Nobody can do anything about it.
      }
      rest = null;
    }
  }
}
