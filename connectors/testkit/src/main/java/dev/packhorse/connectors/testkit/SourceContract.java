package dev.packhorse.connectors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine relies on in every {@link Source}. */
public abstract class SourceContract {
  @TempDir protected Path folder;
  private final List<String> lines = BulkText.lines(1);
  private String address;
  private Source source;

  protected abstract Connector connector();

  /**
   * Makes the source hold these records, instead of what it held before.
   *
   * @param lines bulk lines, each with its line feed
   * @param files contents by path as records name them; empty if {@link #holdsFiles} is false
   * @return the address, the same each time
   */
  protected abstract String holding(byte[] lines, Map<String, byte[]> files) throws IOException;

  /** Whether sources of this kind bring files along. */
  protected abstract boolean holdsFiles();

  @BeforeEach
  void fill() throws IOException {
    address = holding(BulkText.bytes(lines), files());
    source = open();
  }

  @AfterEach
  void close() throws IOException {
    source.close();
  }

  private Map<String, byte[]> files() {
    return holdsFiles() ? BulkText.files() : Map.of();
  }

  private Source open() throws IOException {
    return connector().source(address, SourceOptions.plain(folder, false));
  }

  @Test
  void theConnectorKnowsItsOwnAddressAndNamesItTheSameFromEverywhere() {
    assertThat(connector().handles(address)).isTrue();
    String canonical = connector().canonical(address);
    assertThat(connector().canonical(canonical)).isEqualTo(canonical);
    assertThat(connector().handles(canonical)).isTrue();
  }

  @Test
  void batchesHoldAllRecordsInOrderExactlyOnce() throws IOException {
    List<String> read = new ArrayList<>();
    long ordinal = 1;
    int batches = 0;
    try (RecordReader reader = source.open(null, null)) {
      RecordBatch batch;
      while ((batch = reader.next()) != null) {
        assertThat(batch.first()).isEqualTo(ordinal);
        List<Seen> seen = Seen.of(batch);
        assertThat(seen).hasSize(batch.size());
        assertThat(batch.bytes()).isPositive();
        seen.forEach(record -> read.add(record.line()));
        ordinal += batch.size();
        batches++;
      }
      assertThat(reader.next()).as("after the end").isNull();
    }
    assertThat(read).isEqualTo(lines);
    assertThat(batches).as("batches").isGreaterThan(2);
  }

  @Test
  void readingFromTheCursorOfABatchGivesExactlyTheRest() throws IOException {
    List<Seen> all = Seen.between(source, null, null);
    try (RecordReader reader = source.open(null, null)) {
      assertThat(Seen.between(source, reader.cursor(), null)).isEqualTo(all);
      int passed = 0;
      RecordBatch batch;
      while ((batch = reader.next()) != null) {
        passed += batch.size();
        List<Seen> rest = Seen.between(source, reader.cursor(), null);
        assertThat(rest).isEqualTo(all.subList(passed, all.size()));
      }
      assertThat(passed).isEqualTo(all.size());
    }
  }

  @Test
  void readingFromTheCursorOfARecordBeginsWithThatRecord() throws IOException {
    List<Seen> all = Seen.between(source, null, null);
    Random random = new Random(2);
    for (int i = 0; i < 20; i++) {
      int from = i == 0 ? all.size() - 1 : random.nextInt(all.size());
      assertThat(Seen.between(source, all.get(from).cursor(), null))
          .isEqualTo(all.subList(from, all.size()));
    }
  }

  @Test
  void theSecondCursorIsTheFirstRecordNotRead() throws IOException {
    List<Seen> all = Seen.between(source, null, null);
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      int from = random.nextInt(all.size());
      int to = i % 3 == 0 ? from + 1 : from + random.nextInt(all.size() - from);
      String end = to == all.size() ? null : all.get(to).cursor();
      assertThat(Seen.between(source, all.get(from).cursor(), end))
          .isEqualTo(all.subList(from, to));
    }
  }

  @Test
  void theRangesTileTheSourceAndEachHoldsOneType() throws IOException {
    List<Seen> tiles = new ArrayList<>();
    Range before = null;
    for (Range range : source.ranges()) {
      List<Seen> records = Seen.between(source, range.from(), range.to());
      assertThat(records).hasSize((int) range.records());
      assertThat(records).allMatch(record -> record.type() == range.type());
      if (before != null) {
        assertThat(range.type()).isNotEqualTo(before.type());
      }
      before = range;
      tiles.addAll(records);
    }
    assertThat(tiles).isEqualTo(Seen.between(source, null, null));
  }

  @Test
  void linesAreTheBytesOfTheRecords() throws IOException {
    Random random = new Random(4);
    try (RecordReader reader = source.open(null, null)) {
      RecordBatch batch;
      while ((batch = reader.next()) != null && batch.lines(0, 1) != null) {
        List<Seen> seen = Seen.of(batch);
        for (int i = 0; i < 10; i++) {
          int from = random.nextInt(batch.size());
          int to = i == 0 ? batch.size() : from + 1 + random.nextInt(batch.size() - from);
          String joined =
              String.join("\n", seen.subList(from, to).stream().map(Seen::line).toList());
          assertThat(Seen.text(batch.lines(from, to))).isEqualTo(joined + "\n");
        }
      }
    }
  }

  @Test
  void aRecordByItsIndexIsTheOneThatReadingAllGives() throws IOException {
    try (RecordReader reader = source.open(null, null)) {
      RecordBatch batch;
      while ((batch = reader.next()) != null) {
        List<Seen> seen = Seen.of(batch);
        for (int i = batch.size() - 1; i >= 0; i -= 37) {
          assertThat(Seen.of(batch.record(i))).isEqualTo(seen.get(i));
          assertThat(batch.record(i).record()).isNotNull();
        }
        assertThat(Seen.of(batch)).as("read again").isEqualTo(seen);
      }
    }
  }

  @Test
  void thePositionGrowsToTheSize() throws IOException {
    try (RecordReader reader = source.open(null, null)) {
      long position = reader.position();
      while (reader.next() != null) {
        assertThat(reader.position()).isGreaterThanOrEqualTo(position);
        position = reader.position();
      }
      if (source.size() >= 0) {
        assertThat(position).isEqualTo(source.size());
      }
    }
  }

  @Test
  void twoReadersAtOnceDoNotDisturbEachOther() throws IOException {
    List<Seen> all = Seen.between(source, null, null);
    List<Seen> first = new ArrayList<>();
    List<Seen> second = new ArrayList<>();
    String middle = all.get(all.size() / 2).cursor();
    try (RecordReader one = source.open(null, null);
        RecordReader other = source.open(middle, null)) {
      RecordBatch batch;
      while ((batch = one.next()) != null) {
        RecordBatch further = other.next();
        first.addAll(Seen.of(batch));
        second.addAll(further == null ? List.of() : Seen.of(further));
      }
    }
    assertThat(first).isEqualTo(all);
    assertThat(second).isEqualTo(all.subList(all.size() / 2, all.size()));
  }

  @Test
  void batchesAreReadInOtherThreadsWhileReadingGoesOn() throws IOException {
    List<RecordBatch> batches = new ArrayList<>();
    try (RecordReader reader = source.open(null, null)) {
      RecordBatch batch;
      while ((batch = reader.next()) != null) {
        batches.add(batch);
      }
    }
    List<String> read =
        batches.parallelStream().flatMap(batch -> Seen.of(batch).stream()).map(Seen::line).toList();
    assertThat(read).isEqualTo(lines);
  }

  @Test
  void theFingerprintStaysAndIsAnotherOnceTheSourceWasChanged() throws IOException {
    String before = source.fingerprint();
    try (Source again = open()) {
      assertThat(again.fingerprint()).isEqualTo(before);
    }
    source.close();
    List<String> changed = new ArrayList<>(lines);
    changed.set(700, changed.get(700).replace("say ", "sey "));
    assertThat(changed).isNotEqualTo(lines);
    holding(BulkText.bytes(changed), files());
    try (Source again = open()) {
      assertThat(again.fingerprint()).isNotEqualTo(before);
    }
  }

  @Test
  void digestsAreEqualForEqualRecordsOnly() throws IOException {
    List<Seen> all = Seen.between(source, null, null);
    assertThat(Seen.between(source, null, null)).isEqualTo(all);
    assertThat(all.stream().map(Seen::digest)).doesNotHaveDuplicates();
  }

  @Test
  void openedTwiceAndClosedTwiceItStillReads() throws IOException {
    Source other = open();
    RecordReader reader = source.open(null, null);
    other.close();
    other.close();
    assertThat(reader.next()).isNotNull();
    reader.close();
    reader.close();
    assertThat(source.problems()).isEmpty();
    assertThat(source.name()).isNotEmpty();
    assertThat(source.form()).isNotEmpty();
  }

  @Test
  void filesComeWithNameSizeAndContents() throws IOException {
    FileChecks.check(source, files());
  }
}
