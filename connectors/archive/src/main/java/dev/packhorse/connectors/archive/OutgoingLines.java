package dev.packhorse.connectors.archive;

import dev.packhorse.connectors.spi.OutgoingBatch;
import dev.packhorse.connectors.spi.OutgoingBatch.Action;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.jsonl.LineEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The lines of a batch as they are to be written: passing lines byte for byte, others anew. Not
 * thread-safe.
 */
final class OutgoingLines {
  private static final int USUAL_SIZE = 300 * 1024;

  /** Gives access to its buffer, which would otherwise be copied for each batch. */
  static final class Buffer extends ByteArrayOutputStream {
    Buffer() {
      super(USUAL_SIZE);
    }

    byte[] bytes() {
      return buf;
    }
  }

  private final LineEncoder encoder;
  private Buffer buffer = new Buffer();

  OutgoingLines(LineEncoder encoder) {
    this.encoder = encoder;
  }

  /** The buffer that holds the lines until the next call. */
  Buffer of(OutgoingBatch outgoing) throws IOException {
    if (buffer.bytes().length > 8 * USUAL_SIZE) {
      buffer = new Buffer();
    }
    buffer.reset();
    RecordBatch batch = outgoing.batch();
    if (outgoing.untouched()) {
      copy(batch, 0, batch.size());
      return buffer;
    }
    int passing = 0;
    for (int i = 0; i < batch.size(); i++) {
      Action action = outgoing.action(i);
      if (action != Action.PASS) {
        copy(batch, passing, i);
        passing = i + 1;
      }
      if (action == Action.REWRITE) {
        SourceRecord record = batch.record(i);
        encoder.encode(outgoing.rewritten(record), record.envelope(), buffer);
      }
    }
    copy(batch, passing, batch.size());
    return buffer;
  }

  private void copy(RecordBatch batch, int from, int to) throws IOException {
    if (from == to) {
      return;
    }
    RecordBatch.Lines lines = batch.lines(from, to);
    if (lines == null) {
      for (int i = from; i < to; i++) {
        SourceRecord record = batch.record(i);
        encoder.encode(record.record(), record.envelope(), buffer);
      }
      return;
    }
    buffer.write(lines.bytes(), lines.start(), lines.length());
    if (lines.length() > 0 && lines.bytes()[lines.start() + lines.length() - 1] != '\n') {
      buffer.write('\n');
    }
  }
}
