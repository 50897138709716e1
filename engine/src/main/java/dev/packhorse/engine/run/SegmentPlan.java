package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.Source;
import java.io.IOException;
import java.util.List;

/** Decides in which order the records of a source are read and written. */
public final class SegmentPlan {
  private SegmentPlan() {}

  /**
   * The segments: in the source's order, or, to be repaired and out of order, by type.
   *
   * @param mayReorder whether records may be brought into the order of types
   */
  public static List<Segment> of(Source source, boolean mayReorder) throws IOException {
    List<Range> runs = source.ranges();
    return mayReorder && !Segment.ordered(runs)
        ? Segment.inTypeOrder(runs)
        : Segment.inSourceOrder(runs);
  }

  /** Whether the segments stand in another order than the source. */
  public static boolean reordered(Source source, boolean mayReorder) throws IOException {
    return mayReorder && !Segment.ordered(source.ranges());
  }
}
