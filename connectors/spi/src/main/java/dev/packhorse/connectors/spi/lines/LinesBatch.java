package dev.packhorse.connectors.spi.lines;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineParser;
import java.util.function.Consumer;

/** A block of lines as a batch. */
final class LinesBatch implements RecordBatch {
  private final LineBlock block;
  private final ThreadLocal<LineParser> parsers;

  /** Where each line begins, and the end of the last; made when first needed. */
  private int[] starts;

  LinesBatch(LineBlock block, ThreadLocal<LineParser> parsers) {
    this.block = block;
    this.parsers = parsers;
  }

  @Override
  public long first() {
    return block.firstLine();
  }

  @Override
  public int size() {
    return block.lines();
  }

  @Override
  public long bytes() {
    return block.endOffset() - block.offset();
  }

  @Override
  public void forEach(Consumer<SourceRecord> to) {
    parsers.get().parse(block, line -> to.accept(new LineRecord(line)));
  }

  @Override
  public SourceRecord record(int index) {
    SourceRecord[] found = new SourceRecord[1];
    LineBlock line = block;
    if (block.overlong() == 0) {
      line = block.part(start(index), start(index + 1), block.firstLine() + index, 1);
    }
    parsers.get().parse(line, read -> found[0] = new LineRecord(read));
    return found[0];
  }

  @Override
  public Lines lines(int from, int to) {
    int start = from == 0 ? block.start() : start(from);
    int end = to == block.lines() ? block.end() : start(to);
    return new Lines(block.bytes(), start, end - start);
  }

  private int start(int index) {
    if (starts == null) {
      int[] found = new int[block.lines() + 1];
      found[0] = block.start();
      int line = 1;
      for (int i = block.start(); i < block.end() && line < block.lines(); i++) {
        if (block.bytes()[i] == '\n') {
          found[line++] = i + 1;
        }
      }
      found[block.lines()] = block.end();
      starts = found;
    }
    return starts[index];
  }
}
