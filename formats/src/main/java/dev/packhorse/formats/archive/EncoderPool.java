package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends encoders to threads. They hold native memory, so they are used again and closed at the end;
 * there are never more than threads encoding at once.
 */
final class EncoderPool implements Closeable {
  private final ArchiveForm form;
  private final WriterOptions options;
  private final Queue<SegmentEncoder> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  EncoderPool(ArchiveForm form, WriterOptions options) {
    this.form = form;
    this.options = options;
  }

  EncodedSegment encode(byte[] lines, int offset, int length) {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
    SegmentEncoder lent = idle.poll();
    SegmentEncoder encoder = lent != null ? lent : SegmentEncoder.of(form, options);
    try {
      byte[] stored = length == 0 ? new byte[0] : encoder.encode(lines, offset, length);
      return new EncodedSegment(stored, lines, offset, length);
    } finally {
      idle.add(encoder);
      if (closed) {
        closeIdle();
      }
    }
  }

  private void closeIdle() {
    for (SegmentEncoder encoder = idle.poll(); encoder != null; encoder = idle.poll()) {
      encoder.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }
}
