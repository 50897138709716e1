package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.util.Arrays;

/** Makes one independent piece of a form's byte stream out of some lines. For one thread. */
interface SegmentEncoder extends Closeable {
  /** The stored bytes, in a new array; the same for the same input, whatever came before. */
  byte[] encode(byte[] lines, int offset, int length);

  @Override
  void close();

  static SegmentEncoder of(ArchiveForm form, WriterOptions options) {
    return switch (form) {
      case LINES, DIRECTORY -> new Plain();
      case LINES_GZIP -> new GzipMember(options.deflateLevel());
      case LINES_ZSTD -> new ZstdFrame(options.zstdLevel());
      case ZIP -> new RawDeflate(options.deflateLevel());
    };
  }

  /** Lines as they are. */
  final class Plain implements SegmentEncoder {
    @Override
    public byte[] encode(byte[] lines, int offset, int length) {
      return Arrays.copyOfRange(lines, offset, offset + length);
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
