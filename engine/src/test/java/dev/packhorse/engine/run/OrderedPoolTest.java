package dev.packhorse.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedPoolTest {
  private static final int ITEMS = 200;
  private final List<Integer> taken = new ArrayList<>();

  /** Counts up to a number, then ends. */
  private static OrderedPool.Supply<Integer> upTo(int last) {
    AtomicInteger next = new AtomicInteger();
    return () -> next.get() == last ? null : next.incrementAndGet();
  }

  private static List<Integer> numbers(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  /** Takes longer for some items, so that they would overtake each other. */
  private static int slowly(int item) {
    try {
      Thread.sleep(item % 5 == 0 ? 2 : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return item;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void resultsComeInTheOrderOfTheItems(int threads) throws IOException {
    try (OrderedPool pool = new OrderedPool(threads)) {
      pool.run(upTo(ITEMS), OrderedPoolTest::slowly, taken::add);
      pool.run(upTo(3), OrderedPoolTest::slowly, taken::add);
    }
    assertThat(taken.subList(0, ITEMS)).isEqualTo(numbers(ITEMS));
    assertThat(taken.subList(ITEMS, taken.size())).as("used again").isEqualTo(numbers(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void noMoreThanAFewItemsAreUnderWay(int threads) throws IOException {
    AtomicInteger given = new AtomicInteger();
    OrderedPool.Supply<Integer> numbers = upTo(ITEMS);
    try (OrderedPool pool = new OrderedPool(threads)) {
      pool.run(
          () -> {
            given.incrementAndGet();
            return numbers.next();
          },
          OrderedPoolTest::slowly,
          item -> {
            taken.add(item);
            assertThat(given.get() - taken.size()).isLessThanOrEqualTo(threads + 4);
          });
    }
    assertThat(taken).hasSize(ITEMS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void whatAWorkerThrowsComesOutAfterTheResultsBeforeIt(int threads) {
    try (OrderedPool pool = new OrderedPool(threads)) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(
              () ->
                  pool.run(
                      upTo(ITEMS),
                      item -> {
                        if (item == 50) {
                          throw new IllegalArgumentException("fifty");
                        }
                        return slowly(item);
                      },
                      taken::add));
    }
    assertThat(taken.subList(0, 49)).isEqualTo(numbers(49));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void whatWasReadBeforeTheSourceTurnedOutDamagedIsNotLost(int threads) {
    OrderedPool.Supply<Integer> numbers = upTo(ITEMS);
    try (OrderedPool pool = new OrderedPool(threads)) {
      assertThatThrownBy(
              () ->
                  pool.run(
                      () -> {
                        int next = numbers.next();
                        if (next == 50) {
                          throw new IllegalStateException("damaged");
                        }
                        return next;
                      },
                      OrderedPoolTest::slowly,
                      taken::add))
          .hasMessage("damaged");
    }
    assertThat(taken).isEqualTo(numbers(49));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void aSinkThatFailsEndsTheRun(int threads) {
    try (OrderedPool pool = new OrderedPool(threads)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  pool.run(
                      upTo(ITEMS),
                      OrderedPoolTest::slowly,
                      item -> {
                        if (item == 50) {
                          throw new IOException("full");
                        }
                        taken.add(item);
                      }));
    }
    assertThat(taken).isEqualTo(numbers(49));
  }
}
