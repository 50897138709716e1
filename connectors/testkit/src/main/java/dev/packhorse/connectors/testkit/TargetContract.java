package dev.packhorse.connectors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine relies on in every {@link Target}. */
public abstract class TargetContract {
  private static final TargetOptions OPTIONS = new TargetOptions(true, -1);

  @TempDir protected Path folder;
  private final List<GivenDecisions> batches = GivenDecisions.of(BulkText.lines(1));
  private String address;

  protected abstract Connector connector();

  /** The address of a target of this name, at which there is nothing yet. */
  protected abstract String address(String name);

  /** Whether anybody who looks there sees anything. */
  protected abstract boolean visible(String address);

  /** Everything that a finished target holds, in a form to be compared. */
  protected abstract byte[] contents(String address) throws IOException;

  /** Whether a finished target may be replaced by another. */
  protected abstract boolean replaceable();

  @BeforeEach
  void choose() {
    address = address("target");
  }

  private Target open(String mark) throws IOException {
    return connector().target(address, OPTIONS, mark);
  }

  private static void append(Target target, GivenDecisions batch) throws IOException {
    target.append(target.prepare(batch));
  }

  private void appendFrom(int batch, Target target) throws IOException {
    for (GivenDecisions each : batches.subList(batch, batches.size())) {
      append(target, each);
    }
  }

  private GivenCargo cargo(Target target) {
    return target.holdsFiles()
        ? new GivenCargo(GivenFiles.of(BulkText.files()), GivenFiles.of(BulkText.sidecar()))
        : nothing();
  }

  private static GivenCargo nothing() {
    return new GivenCargo(List.of(), List.of());
  }

  /** What an undisturbed run writes. */
  private byte[] undisturbed() throws IOException {
    String other = address("undisturbed");
    try (Target target = connector().target(other, OPTIONS, null)) {
      appendFrom(0, target);
      target.mark();
      target.finish(cargo(target));
    }
    return contents(other);
  }

  @Test
  void whatPassesOrIsRewrittenCanBeReadAgainAndTheRestIsLeftOut() throws IOException {
    List<String> kept = batches.stream().flatMap(batch -> batch.kept().stream()).toList();
    boolean holdsFiles;
    try (Target target = open(null)) {
      holdsFiles = target.holdsFiles();
      assertThat(target.name()).isNotEmpty();
      appendFrom(0, target);
      target.mark();
      target.finish(cargo(target));
      assertThat(target.size()).isPositive();
    }
    assertThat(visible(address)).isTrue();
    try (Source source = connector().source(address, SourceOptions.plain(folder, false))) {
      assertThat(source.problems()).isEmpty();
      assertThat(Seen.between(source, null, null).stream().map(Seen::line)).isEqualTo(kept);
      FileChecks.check(source, holdsFiles ? BulkText.files() : Map.of());
      FileChecks.checkSidecar(source, holdsFiles ? BulkText.sidecar() : Map.of());
    }
  }

  @Test
  void manyThreadsPrepareWhatOneWouldHave() throws IOException {
    try (Target target = open(null)) {
      List<Target.Prepared> prepared =
          batches.parallelStream().map(batch -> prepare(target, batch)).toList();
      for (Target.Prepared each : prepared) {
        target.append(each);
      }
      target.mark();
      target.finish(cargo(target));
    }
    assertThat(contents(address)).isEqualTo(undisturbed());
  }

  private static Target.Prepared prepare(Target target, GivenDecisions batch) {
    try {
      return target.prepare(batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsSeenBeforeTheFinish() throws IOException {
    try (Target target = open(null)) {
      assertThat(visible(address)).isFalse();
      appendFrom(0, target);
      target.mark();
      assertThat(visible(address)).isFalse();
    }
    assertThat(visible(address)).as("after closing without finish").isFalse();
  }

  @Test
  void aRunGoesOnFromEveryMarkToTheSameBytesWhateverCameAfterTheMark() throws IOException {
    byte[] expected = undisturbed();
    for (int cut = 0; cut <= batches.size(); cut++) {
      address = address("cut-" + cut);
      String mark;
      try (Target target = open(null)) {
        for (GivenDecisions batch : batches.subList(0, cut)) {
          append(target, batch);
          target.mark();
        }
        mark = target.mark();
        if (cut % 2 == 0 && cut < batches.size()) {
          append(target, batches.get(cut));
          target.mark();
        }
      }
      try (Target target = open(mark)) {
        appendFrom(cut, target);
        target.mark();
        target.finish(cargo(target));
      }
      assertThat(contents(address)).as("cut after batch " + cut).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "after {0} files")
  @ValueSource(ints = {0, 1, 3})
  void aFinishThatWasCutIsRepeatedFromTheMark(int after) throws IOException {
    byte[] expected = undisturbed();
    String mark;
    try (Target target = open(null)) {
      appendFrom(0, target);
      mark = target.mark();
      assertThatExceptionOfType(Cut.class)
          .isThrownBy(() -> target.finish(cut(cargo(target), after)));
    }
    assertThat(visible(address)).isFalse();
    try (Target target = open(mark)) {
      target.finish(cargo(target));
    }
    assertThat(contents(address)).isEqualTo(expected);
  }

  /** As if the process ended: nothing that a target may catch. */
  private static final class Cut extends Error {}

  private static GivenCargo cut(GivenCargo whole, int after) {
    List<SourceFile> some = new ArrayList<>();
    whole.files().forEach(some::add);
    SourceFile.Opener end =
        () -> {
          throw new Cut();
        };
    if (after >= some.size()) {
      return new GivenCargo(
          () -> {
            throw new Cut();
          },
          List.of());
    }
    some.set(after, new SourceFile(some.get(after).path(), some.get(after).size(), end));
    return new GivenCargo(some, whole.sidecar());
  }

  @Test
  void aFinishOfWhichNobodyLearnedMayBeRepeated() throws IOException {
    String mark;
    try (Target target = open(null)) {
      appendFrom(0, target);
      mark = target.mark();
      target.finish(cargo(target));
    }
    byte[] finished = contents(address);
    for (int i = 0; i < 2; i++) {
      try (Target target = open(mark)) {
        target.mark();
        target.finish(cargo(target));
        assertThat(target.size()).isPositive();
      }
      assertThat(contents(address)).isEqualTo(finished);
    }
  }

  @Test
  void filesThatCannotBeReadAreNamedOnceAndTheTargetIsAsIfTheyHadNeverBeen() throws IOException {
    byte[] expected = undisturbed();
    try (Target target = open(null)) {
      if (!target.holdsFiles()) {
        return;
      }
      appendFrom(0, target);
      target.mark();
      List<SourceFile> all = GivenFiles.of(BulkText.files());
      all.add(2, GivenFiles.broken("broken", 0));
      all.add(3, GivenFiles.broken("20200913/broken in the middle", 2_000));
      all.add(GivenFiles.broken("large and broken at its end", 3_000_000));
      GivenCargo cargo = new GivenCargo(all, GivenFiles.of(BulkText.sidecar()));
      target.finish(cargo);
      assertThat(cargo.unreadable)
          .containsExactlyInAnyOrder(
              "broken", "20200913/broken in the middle", "large and broken at its end");
      assertThat(cargo.stored.keySet())
          .containsAll(BulkText.files().keySet())
          .doesNotContainAnyElementsOf(cargo.unreadable);
      assertThat(cargo.complete).isTrue();
    }
    assertThat(contents(address)).isEqualTo(expected);
  }

  @Test
  void aFileOfAnotherSizeThanTheSourceSaidIsStoredAsItIs() throws IOException {
    byte[] expected = undisturbed();
    try (Target target = open(null)) {
      if (!target.holdsFiles()) {
        return;
      }
      appendFrom(0, target);
      target.mark();
      List<SourceFile> all = new ArrayList<>();
      long wrong = -1;
      for (SourceFile file : GivenFiles.of(BulkText.files())) {
        all.add(new SourceFile(file.path(), wrong, file.opener()));
        wrong = wrong < 0 ? 7 : wrong * 100_000;
      }
      GivenCargo cargo = new GivenCargo(all, GivenFiles.of(BulkText.sidecar()));
      target.finish(cargo);
      assertThat(cargo.unreadable).isEmpty();
      assertThat(cargo.stored.get("emoji/parrot/image"))
          .isEqualTo("3 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }
    assertThat(contents(address)).isEqualTo(expected);
  }

  @Test
  void theSidecarIsAskedForOnceTheFilesAreStored() throws IOException {
    try (Target target = open(null)) {
      if (!target.holdsFiles()) {
        return;
      }
      appendFrom(0, target);
      target.mark();
      List<SourceFile> sidecar = new ArrayList<>();
      GivenCargo cargo = new GivenCargo(GivenFiles.of(BulkText.files()), sidecar);
      Iterable<SourceFile> late =
          () -> {
            assertThat(cargo.stored).containsOnlyKeys(BulkText.files().keySet());
            return GivenFiles.of(BulkText.sidecar()).iterator();
          };
      GivenCargo watched =
          new GivenCargo(cargo.files(), late) {
            @Override
            public void stored(SourceFile file, long size, String sha256) {
              if (!file.path().startsWith("packhorse/")) {
                cargo.stored(file, size, sha256);
              }
            }
          };
      target.finish(watched);
    }
    assertThat(contents(address)).isEqualTo(undisturbed());
  }

  @Test
  void aFinishedTargetIsOnlyReplacedUponRequestAndByTheFinish() throws IOException {
    assertThat(connector().refusal(address, false)).isEmpty();
    finish(List.of(batches.get(0)));
    byte[] before = contents(address);
    assertThat(connector().refusal(address, false)).isPresent();
    assertThat(connector().refusal(address, true).isEmpty()).isEqualTo(replaceable());
    if (replaceable()) {
      try (Target target = open(null)) {
        appendFrom(0, target);
        target.mark();
        assertThat(contents(address)).isEqualTo(before);
        target.finish(cargo(target));
      }
      assertThat(contents(address)).isEqualTo(undisturbed());
    }
  }

  private void finish(List<GivenDecisions> some) throws IOException {
    try (Target target = open(null)) {
      for (GivenDecisions batch : some) {
        append(target, batch);
      }
      target.mark();
      target.finish(nothing());
    }
  }

  @Test
  void whatAnUnfinishedRunLeftIsNoReasonToRefuse() throws IOException {
    leaveUnfinished();
    assertThat(connector().refusal(address, false)).isEmpty();
  }

  private String leaveUnfinished() throws IOException {
    try (Target target = open(null)) {
      append(target, batches.get(0));
      return target.mark();
    }
  }

  @Test
  void beginningAnewForgetsWhatAnUnfinishedRunLeft() throws IOException {
    leaveUnfinished();
    try (Target target = open(null)) {
      appendFrom(0, target);
      target.mark();
      target.finish(cargo(target));
    }
    assertThat(contents(address)).isEqualTo(undisturbed());
  }

  @Test
  void discardingRemovesWhatIsUnfinished() throws IOException {
    String mark = leaveUnfinished();
    connector().discard(address);
    connector().discard(address);
    assertThatThrownBy(() -> open(mark).close()).isInstanceOf(Exception.class);
    assertThat(visible(address)).isFalse();
  }

  @Test
  void discardingNeverTouchesWhatWasFinished() throws IOException {
    finish(batches);
    byte[] before = contents(address);
    connector().discard(address);
    assertThat(contents(address)).isEqualTo(before);
  }
}
