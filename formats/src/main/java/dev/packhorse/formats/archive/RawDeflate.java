package dev.packhorse.formats.archive;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Raw deflate blocks that end at a byte but don't end the stream, so that segments put one after
 * the other, and {@link #END} behind the last, are one deflate stream.
 */
final class RawDeflate implements SegmentEncoder {
  /** An empty last block. */
  static final byte[] END = {3, 0};

  private final Deflater deflater;
  private byte[] scratch = new byte[0];

  RawDeflate(int level) {
    this.deflater = new Deflater(level, true);
  }

  @Override
  public byte[] encode(byte[] lines, int offset, int length) {
    int done = compress(lines, offset, length, false);
    return Arrays.copyOf(scratch, done); // only now: compressing may have replaced it
  }

  /** Compresses into {@link #scratch()} and returns the length; {@code last} ends the stream. */
  int compress(byte[] lines, int offset, int length, boolean last) {
    int bound = length + (length >>> 3) + 128;
    if (scratch.length < bound) {
      scratch = new byte[bound];
    }
    deflater.reset();
    deflater.setInput(lines, offset, length);
    if (last) {
      deflater.finish();
    }
    int flush = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
    int done = deflater.deflate(scratch, 0, scratch.length, flush);
    if (done == scratch.length) {
      throw new IllegalStateException("deflate made more of its input than it can");
    }
    return done;
  }

  byte[] scratch() {
    return scratch;
  }

  @Override
  public void close() {
    deflater.end();
  }
}
