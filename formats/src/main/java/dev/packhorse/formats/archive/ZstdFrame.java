package dev.packhorse.formats.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;

/** One zstd frame with checksum and content size. */
final class ZstdFrame implements SegmentEncoder {
  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private byte[] scratch = new byte[0];

  ZstdFrame(int level) {
    context.setLevel(level).setChecksum(true).setContentSize(true);
  }

  @Override
  public byte[] encode(byte[] lines, int offset, int length) {
    int bound = (int) Zstd.compressBound(length);
    if (scratch.length < bound) {
      scratch = new byte[bound];
    }
    int done = context.compressByteArray(scratch, 0, scratch.length, lines, offset, length);
    return Arrays.copyOf(scratch, done);
  }

  @Override
  public void close() {
    context.close();
  }
}
