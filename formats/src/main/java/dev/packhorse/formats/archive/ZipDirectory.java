package dev.packhorse.formats.archive;

import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipLong;

/** The directory at the end of a zip: all headers in order, or one by its position. */
final class ZipDirectory {
  /** Takes the headers in order. */
  interface Visitor {
    /**
     * @param position by which {@link ZipDirectory#at} finds it again
     */
    void visit(ZipHeader header, long position) throws IOException;
  }

  private static final int LONGEST = ZipHeader.FIXED + 3 * 0xFFFF;
  // Enough for nearly all headers in one read.
  private static final int USUAL = 512;

  private final FileBytes file;
  private final ZipEnd end;

  ZipDirectory(FileBytes file, ZipEnd end) {
    this.file = file;
    this.end = end;
  }

  ZipEnd end() {
    return end;
  }

  FileBytes file() {
    return file;
  }

  /**
   * @throws dev.packhorse.formats.problem.ProblemException if headers and their count don't fit
   */
  void visit(Visitor visitor) throws IOException {
    byte[] buffer = new byte[2 * LONGEST];
    long stop = end.directory() + end.directorySize();
    long position = end.directory(); // of buffer[0]
    int at = 0;
    int filled = 0;
    long count = 0;
    while (position + at < stop) {
      if (filled - at < LONGEST && position + filled < stop) {
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        position += at;
        filled -= at;
        at = 0;
        int more = (int) Math.min(buffer.length - filled, stop - position - filled);
        file.readFully(position + filled, buffer, filled, more);
        filled += more;
      }
      if (!begins(buffer, at, filled)) {
        break; // what follows the headers, such as a signature of the directory, is not ours
      }
      visitor.visit(parse(buffer, at, filled), position + at);
      at += ZipHeader.length(buffer, at);
      count++;
    }
    if (count != end.entries() && (end.exact() || (count & 0xFFFF) != end.entries())) {
      throw ArchiveProblem.DAMAGED.thrown(file.name());
    }
  }

  /**
   * @throws dev.packhorse.formats.problem.ProblemException if there is none any more because the
   *     file was changed
   */
  ZipHeader at(long position) throws IOException {
    long room = end.directory() + end.directorySize() - position;
    byte[] bytes = file.bytes(position, (int) Math.min(room, USUAL));
    if (begins(bytes, 0, bytes.length) && ZipHeader.length(bytes, 0) > bytes.length) {
      bytes = file.bytes(position, (int) Math.min(room, ZipHeader.length(bytes, 0)));
    }
    if (!begins(bytes, 0, bytes.length)) {
      throw ArchiveProblem.DAMAGED.thrown(file.name());
    }
    return parse(bytes, 0, bytes.length);
  }

  private static boolean begins(byte[] b, int at, int filled) {
    return at + ZipHeader.FIXED <= filled && ZipLong.getValue(b, at) == ZipEnd.CENTRAL;
  }

  private ZipHeader parse(byte[] b, int at, int filled) {
    if (at + ZipHeader.length(b, at) > filled) {
      throw ArchiveProblem.DAMAGED.thrown(file.name());
    }
    return ZipHeader.parse(b, at).orElseThrow(() -> ArchiveProblem.DAMAGED.thrown(file.name()));
  }
}
