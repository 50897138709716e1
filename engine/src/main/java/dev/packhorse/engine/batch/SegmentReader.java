package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.engine.run.Segment;
import java.io.IOException;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Hands out the batches of a segment, range after range, from a checkpoint on. */
final class SegmentReader implements ItemReader<SegmentReader.Item>, AutoCloseable {

  /**
   * A batch and where reading goes on after it.
   *
   * @param position bytes of the source passed, for progress
   */
  record Item(RecordBatch batch, int range, String cursor, long position) {}

  private final Source source;
  private final Segment segment;
  private int range;
  private RecordReader reader;

  SegmentReader(Source source, Segment segment) {
    this.source = source;
    this.segment = segment;
  }

  /** Begins at a range of the segment, or in the middle of it. */
  void open(int atRange, String cursor) throws IOException {
    range = atRange;
    if (range < segment.ranges().size()) {
      Range first = segment.ranges().get(range);
      reader = source.open(cursor == null ? first.from() : cursor, first.to());
    }
  }

  @Override
  public Item read() throws IOException {
    while (reader != null) {
      RecordBatch batch = reader.next();
      if (batch != null) {
        return new Item(batch, range, reader.cursor(), reader.position());
      }
      close();
      if (++range < segment.ranges().size()) {
        Range next = segment.ranges().get(range);
        reader = source.open(next.from(), next.to());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
