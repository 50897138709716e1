package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes the entries of a zip, and its directory at the end.
 *
 * <p>The directory grows in a file of its own until then, so memory does not depend on the number
 * of entries, as it would with commons-compress, which keeps an object for each. Every field is
 * fixed or follows from the content.
 */
final class ZipOutput implements Closeable {
  private static final int UTF8_NAME = 1 << 11;
  private static final int FIRST_OF_JANUARY_1980 = 0x21;
  private static final int MADE_BY_UNIX = 3 << 8;
  private static final long PRIVATE_FILE = 0100600L << 16;
  private static final long MOVED = 0xFFFFFFFFL;
  private static final int CRC_IN_LOCAL_HEADER = 14;

  private final FileChannel zip;
  private final FileChannel directory;
  private final byte[] buffer = new byte[1 << 18];
  private final ByteBuffer pending =
      ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN); // of the directory
  private long entries;

  /**
   * @param zip empty
   * @param directory empty, of no use afterwards
   */
  ZipOutput(FileChannel zip, FileChannel directory) {
    this.zip = zip;
    this.directory = directory;
  }

  /** Adds an entry of deflate data that is known already. */
  void addDeflated(String name, int crc, long storedSize, long size, InputStream stored)
      throws IOException {
    long local = begin(name, ZipHeader.DEFLATED, crc, storedSize, size);
    for (int count = stored.read(buffer); count >= 0; count = stored.read(buffer)) {
      write(zip, ByteBuffer.wrap(buffer, 0, count));
    }
    end(name, ZipHeader.DEFLATED, crc, storedSize, size, local);
  }

  /**
   * Adds a file uncompressed; one that can't be read leaves no trace.
   *
   * @return its size in bytes
   * @throws UnreadableFileException if the file can't be read
   */
  long addStored(String name, FetchedFile file) throws IOException {
    long start = zip.position();
    try {
      long claimed = file.size();
      long size = copyStored(name, file, claimed);
      while (large(size) != large(claimed)) {
        // The header that was written has no room for this size, or too much.
        zip.truncate(start);
        file.restart();
        claimed = size;
        size = copyStored(name, file, claimed);
      }
      return size;
    } catch (UnreadableFileException e) {
      zip.truncate(start);
      throw e;
    }
  }

  /** Writes a whole entry if the size found goes with the header made for the one claimed. */
  private long copyStored(String name, FetchedFile file, long claimed) throws IOException {
    long local = begin(name, ZipHeader.STORED, 0, claimed, claimed);
    CRC32 crc = new CRC32();
    long size =
        file.copy(
            buffer,
            (bytes, length) -> {
              crc.update(bytes, 0, length);
              write(zip, ByteBuffer.wrap(bytes, 0, length));
            });
    if (large(size) == large(claimed)) {
      correct(name, (int) crc.getValue(), size, local);
      end(name, ZipHeader.STORED, (int) crc.getValue(), size, size, local);
    }
    return size;
  }

  /** Puts what is known only now into a local header. */
  private void correct(String name, int crc, long size, long local) throws IOException {
    ByteBuffer sum = buffer(12).putInt(crc);
    if (large(size)) {
      zip.write(sum.flip(), local + CRC_IN_LOCAL_HEADER);
      int nameLength = name.getBytes(StandardCharsets.UTF_8).length;
      zip.write(buffer(16).putLong(size).putLong(size).flip(), local + 30 + nameLength + 4);
    } else {
      zip.write(sum.putInt((int) size).putInt((int) size).flip(), local + CRC_IN_LOCAL_HEADER);
    }
  }

  private static boolean large(long size) {
    return size >= MOVED;
  }

  private long begin(String name, int method, int crc, long stored, long size) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    long local = zip.position();
    boolean large = large(size) || large(stored);
    ByteBuffer b = buffer(30 + bytes.length + 20).putInt(ZipEnd.LOCAL);
    common(b, large, method, crc, large ? MOVED : stored, large ? MOVED : size, bytes.length);
    b.putShort((short) (large ? 20 : 0)).put(bytes);
    if (large) {
      b.putShort((short) 1).putShort((short) 16).putLong(size).putLong(stored);
    }
    write(zip, b.flip());
    return local;
  }

  private void end(String name, int method, int crc, long stored, long size, long local)
      throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    boolean large = large(size) || large(stored);
    boolean far = local >= MOVED;
    int extra = (large ? 16 : 0) + (far ? 8 : 0);
    room(46 + bytes.length + 28);
    ByteBuffer b = pending.putInt(ZipEnd.CENTRAL);
    b.putShort((short) (MADE_BY_UNIX | version(large || far)));
    common(
        b, large || far, method, crc, large ? MOVED : stored, large ? MOVED : size, bytes.length);
    b.putShort((short) (extra > 0 ? extra + 4 : 0)).putShort((short) 0).putInt(0);
    b.putInt((int) PRIVATE_FILE).putInt((int) (far ? MOVED : local)).put(bytes);
    if (extra > 0) {
      b.putShort((short) 1).putShort((short) extra);
      if (large) {
        b.putLong(size).putLong(stored);
      }
      if (far) {
        b.putLong(local);
      }
    }
    entries++;
  }

  /** The fields that both headers have in the same order. */
  private static void common(
      ByteBuffer b, boolean zip64, int method, int crc, long stored, long size, int nameLength) {
    b.putShort((short) version(zip64)).putShort((short) UTF8_NAME).putShort((short) method);
    b.putShort((short) 0).putShort((short) FIRST_OF_JANUARY_1980).putInt(crc);
    b.putInt((int) stored).putInt((int) size).putShort((short) nameLength);
  }

  private static int version(boolean zip64) {
    return zip64 ? 45 : 20;
  }

  /** Writes the directory and the end. */
  void finish() throws IOException {
    room(pending.capacity());
    long start = zip.position();
    directory.position(0);
    ByteBuffer part = ByteBuffer.wrap(buffer);
    while (directory.read(part.clear()) >= 0) {
      write(zip, part.flip());
    }
    write(zip, ZipEnd.bytes(entries, start, zip.position() - start));
  }

  private void room(int wanted) throws IOException {
    if (pending.remaining() < wanted) {
      write(directory, pending.flip());
      pending.clear();
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      directory.close();
    }
  }
}
