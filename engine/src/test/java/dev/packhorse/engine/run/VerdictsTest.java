package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.spi.OutgoingBatch.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsTest {
  private static final int MANY = 9_000_000;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("verdicts");
  }

  @Test
  void millionsOfDecisionsAreKeptInTwoBitsEachAndFoundAgain() throws IOException {
    try (Verdicts verdicts = Verdicts.create(file)) {
      Random random = new Random(1);
      for (long ordinal = 1; ordinal <= MANY; ordinal++) {
        verdicts.set(ordinal, Action.values()[random.nextInt(4)]);
      }
      verdicts.force();
    }
    assertThat(Files.size(file)).isLessThan(MANY / 4 + (1 << 20));
    try (Verdicts verdicts = Verdicts.open(file)) {
      Random random = new Random(1);
      int wrong = 0;
      for (long ordinal = 1; ordinal <= MANY; ordinal++) {
        wrong += verdicts.get(ordinal) == Action.values()[random.nextInt(4)] ? 0 : 1;
      }
      assertThat(wrong).isZero();
      assertThat(verdicts.get(MANY * 10L)).isEqualTo(Action.PASS);
    }
  }

  @Test
  void aLaterDecisionReplacesAnEarlierOneAndLeavesTheNeighboursAlone() throws IOException {
    try (Verdicts verdicts = Verdicts.create(file)) {
      verdicts.set(4, Action.DROP);
      verdicts.set(5, Action.REFUSE);
      verdicts.set(4, Action.REWRITE);
      verdicts.set(5, Action.PASS);
      assertThat(verdicts.get(3)).isEqualTo(Action.PASS);
      assertThat(verdicts.get(4)).isEqualTo(Action.REWRITE);
      assertThat(verdicts.get(5)).isEqualTo(Action.PASS);
      assertThat(verdicts.pass(1, 3)).isTrue();
      assertThat(verdicts.pass(1, 4)).isFalse();
      assertThat(verdicts.pass(5, 100)).isTrue();
    }
  }

  @Test
  void withoutDecisionsEverythingPassesAndTheFileStaysEmpty() throws IOException {
    Verdicts.create(file).close();
    assertThat(file).isEmptyFile();
    try (Verdicts verdicts = Verdicts.open(file)) {
      assertThat(verdicts.pass(1, 1000)).isTrue();
    }
  }

  @Test
  void creatingForgetsWhatWasDecidedBefore() throws IOException {
    try (Verdicts verdicts = Verdicts.create(file)) {
      verdicts.set(1, Action.REFUSE);
    }
    try (Verdicts verdicts = Verdicts.create(file)) {
      assertThat(verdicts.get(1)).isEqualTo(Action.PASS);
    }
  }
}
