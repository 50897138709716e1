package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.formats.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {

  private static List<Range> runs(RecordType... types) {
    List<Range> runs = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      String to = i + 1 == types.length ? null : String.valueOf(i + 1);
      runs.add(new Range(types[i], String.valueOf(i), to, 10 + i));
    }
    return runs;
  }

  @Test
  void aSourceInTheOrderOfTypesHasOneStepForEachType() {
    List<Range> runs = runs(RecordType.VERSION, RecordType.TEAM, RecordType.USER, RecordType.POST);
    assertThat(Segment.ordered(runs)).isTrue();
    assertThat(Segment.inSourceOrder(runs))
        .extracting(Segment::name)
        .containsExactly("01-version", "02-team", "03-user", "04-post");
    assertThat(Segment.inSourceOrder(runs))
        .extracting(Segment::records)
        .containsExactly(10L, 11L, 12L, 13L);
  }

  @Test
  void linesOfNoTypeDoNotDisturbTheOrder() {
    assertThat(Segment.ordered(runs(RecordType.TEAM, null, RecordType.USER))).isTrue();
    assertThat(Segment.ordered(runs(RecordType.USER, null, RecordType.TEAM))).isFalse();
    assertThat(Segment.ordered(List.of())).isTrue();
  }

  @Test
  void theOrderOfTypesGathersAllRunsOfATypeAndPutsTheUnreadableLast() {
    List<Segment> segments =
        Segment.inTypeOrder(
            runs(RecordType.POST, null, RecordType.USER, RecordType.POST, RecordType.TEAM));
    assertThat(segments)
        .extracting(Segment::name)
        .containsExactly("01-team", "02-user", "03-post", "04-unreadable");
    assertThat(segments.get(2).ranges()).extracting(Range::from).containsExactly("0", "3");
    assertThat(segments).noneMatch(Segment::filtered);
  }

  @Test
  void aSourceOfManyRunsIsWrittenInOneStep() {
    List<Segment> segments = Segment.inSourceOrder(alternating(200));
    assertThat(segments).singleElement().extracting(Segment::name).isEqualTo("01-records");
    assertThat(segments.get(0).type()).isNull();
    assertThat(segments.get(0).ranges())
        .singleElement()
        .satisfies(range -> assertThat(range.from()).isNull())
        .satisfies(range -> assertThat(range.to()).isNull());
  }

  @Test
  void aSourceOfVeryManyRunsIsReadOnceForEachTypePassingOverTheOthers() {
    List<Range> runs = alternating(20_000);
    List<Segment> segments = Segment.inTypeOrder(runs);
    assertThat(segments).extracting(Segment::name).containsExactly("01-user", "02-post");
    assertThat(segments).allMatch(Segment::filtered);
    assertThat(segments.stream().mapToLong(Segment::records).sum())
        .isEqualTo(runs.stream().mapToLong(Range::records).sum());
  }

  private static List<Range> alternating(int count) {
    RecordType[] types = new RecordType[count];
    for (int i = 0; i < count; i++) {
      types[i] = i % 2 == 0 ? RecordType.USER : RecordType.POST;
    }
    return runs(types);
  }
}
