package dev.packhorse.connectors.spi.lines;

import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.formats.archive.LinesStream;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.LineParser;
import java.io.IOException;

/** Reads the lines of an archive from one cursor to another. */
final class LinesReader implements RecordReader {
  private final LinesStream stream;
  private final LineBlockReader blocks;
  private final ThreadLocal<LineParser> parsers;

  /** Where to stop, or null. */
  private final LineCursor to;

  private LineCursor cursor;

  LinesReader(
      LinesStream stream,
      String file,
      LineCursor from,
      LineCursor to,
      ThreadLocal<LineParser> parsers) {
    this.stream = stream;
    this.blocks = new LineBlockReader(stream, file, from.line(), from.offset());
    this.parsers = parsers;
    this.to = to;
    this.cursor = from;
  }

  @Override
  public RecordBatch next() throws IOException {
    if (to != null && cursor.offset() >= to.offset()) {
      return null;
    }
    LineBlock block = blocks.next();
    if (block == null) {
      return null;
    }
    if (to != null && block.endOffset() > to.offset()) {
      int length = (int) (to.offset() - block.offset());
      int lines = (int) (to.line() - block.firstLine());
      block = block.part(block.start(), block.start() + length, block.firstLine(), lines);
    }
    cursor = new LineCursor(block.endLine(), block.endOffset());
    return new LinesBatch(block, parsers);
  }

  @Override
  public String cursor() {
    return cursor.toString();
  }

  @Override
  public long position() {
    return stream.storedPosition();
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
