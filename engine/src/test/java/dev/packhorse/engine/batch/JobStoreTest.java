package dev.packhorse.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobStoreTest {
  @TempDir private Path folder;

  /** The tables come with one commit: whoever sees any of them, sees all. */
  @Test
  void manyWhoMakeTheStoreAtOnceAllFindItWhole() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(6);
    try {
      for (int round = 0; round < 5; round++) {
        Path state = folder.resolve("state-" + round);
        Callable<Integer> opening =
            () -> {
              try (JobStore store = JobStore.open(state)) {
                return store.repository().getJobNames().size();
              }
            };
        List<Future<Integer>> opened = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          opened.add(many.submit(opening));
        }
        for (Future<Integer> each : opened) {
          assertThat(each.get()).isZero();
        }
      }
    } finally {
      many.shutdownNow();
    }
  }
}
