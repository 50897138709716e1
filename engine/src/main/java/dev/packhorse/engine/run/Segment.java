package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.formats.model.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * What one step of a run reads.
 *
 * @param name such as {@code 05-post}; the step's name
 * @param type the type of its records; null if it holds several
 * @param ranges where they lie in the source, in the order of reading
 * @param filtered whether the ranges hold other types too, which are to be passed over
 */
public record Segment(String name, RecordType type, List<Range> ranges, boolean filtered) {
  /** Above this many runs of equal type, a step for each would cost more than it tells. */
  private static final int MOST_STEPS = 100;

  /** Above this many runs of one type, looking for them costs more than reading everything. */
  private static final int MOST_RANGES = 10_000;

  /** The steps that write the source's records in the source's order. */
  static List<Segment> inSourceOrder(List<Range> runs) {
    List<Segment> segments = new ArrayList<>();
    if (runs.size() > MOST_STEPS) {
      Range everything = new Range(null, null, null, runs.stream().mapToLong(Range::records).sum());
      return List.of(new Segment("01-records", null, List.of(everything), false));
    }
    for (Range run : runs) {
      segments.add(new Segment(name(segments.size(), run.type()), run.type(), List.of(run), false));
    }
    return segments;
  }

  /** The steps that write them in the order of types which always works. */
  static List<Segment> inTypeOrder(List<Range> runs) {
    List<Segment> segments = new ArrayList<>();
    boolean filtered = runs.size() > MOST_RANGES;
    for (RecordType type : RecordType.values()) {
      add(segments, runs, type, filtered);
    }
    add(segments, runs, null, filtered);
    return segments;
  }

  private static void add(
      List<Segment> segments, List<Range> runs, RecordType type, boolean filtered) {
    List<Range> own = runs.stream().filter(run -> run.type() == type).toList();
    if (own.isEmpty()) {
      return;
    }
    List<Range> ranges = own;
    if (filtered) {
      long records = own.stream().mapToLong(Range::records).sum();
      ranges = List.of(new Range(null, null, null, records));
    }
    segments.add(new Segment(name(segments.size(), type), type, ranges, filtered));
  }

  /** Whether every type comes after those that its records may refer to. */
  static boolean ordered(List<Range> runs) {
    int last = -1;
    for (Range run : runs) {
      if (run.type() != null) {
        if (run.type().ordinal() < last) {
          return false;
        }
        last = run.type().ordinal();
      }
    }
    return true;
  }

  private static String name(int index, RecordType type) {
    return String.format("%02d-%s", index + 1, type == null ? "unreadable" : type.word());
  }

  public long records() {
    return ranges.stream().mapToLong(Range::records).sum();
  }
}
