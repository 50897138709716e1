package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.Source;
import java.io.IOException;
import java.util.List;

/**
 * In which order the records of a source are read and written.
 *
 * @param reordered whether that is another order than the source's
 */
public record SegmentPlan(List<Segment> segments, boolean reordered) {

  /**
   * The source's order; or, to be repaired and out of order, that of types.
   *
   * @param mayReorder whether records may be brought into the order of types
   */
  public static SegmentPlan of(Source source, boolean mayReorder) throws IOException {
    List<Range> runs = source.ranges();
    boolean reorder = mayReorder && !Segment.ordered(runs);
    return new SegmentPlan(
        reorder ? Segment.inTypeOrder(runs) : Segment.inSourceOrder(runs), reorder);
  }

  /** Everything in one go, for a survey that nothing follows. */
  public static SegmentPlan everything() {
    Range all = new Range(null, null, null, 0);
    return new SegmentPlan(List.of(new Segment("records", null, List.of(all), false)), false);
  }
}
