package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Holds the contents of an entry against the size and checksum that its header claims. */
final class CheckedStream extends InputStream {
  private final InputStream content;
  private final ZipHeader header;
  private final String archive;
  private final CRC32 crc = new CRC32();
  private long produced;

  CheckedStream(InputStream content, ZipHeader header, String archive) {
    this.content = content;
    this.header = header;
    this.archive = archive;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = content.read(target, offset, length);
    if (count > 0) {
      crc.update(target, offset, count);
      produced += count;
    }
    if (produced > header.size() || count < 0 && produced < header.size()) {
      throw ArchiveProblem.ENTRY_WRONG_SIZE.thrown(archive, header.name());
    }
    if (count < 0 && (int) crc.getValue() != header.crc()) {
      throw ArchiveProblem.ENTRY_WRONG_CRC.thrown(archive, header.name());
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
