package dev.packhorse.connectors.server.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Sends again what may be sent again (rest-api reference 1.7 and 1.8): after 429 any request, since
 * it reached nobody; after a broken connection or a 5xx only one of which two do no harm. Gives up
 * after {@value #TRIES} tries.
 */
public final class Patience {
  /** With waits that double from one second to one minute, about four minutes. */
  static final int TRIES = 9;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Transport transport;
  private final Pause pause;
  private final Random jitter = new Random();

  public Patience(Transport transport, Pause pause) {
    this.transport = transport;
    this.pause = pause;
  }

  /**
   * The answer, whatever its status, unless it asks for another try.
   *
   * @throws dev.packhorse.formats.problem.ProblemException {@code server.gave-up} or {@code
   *     server.not-reachable} after the last try
   */
  public Answer send(Call call, String token) throws IOException {
    long begun = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      String said;
      Duration wait = backOff(attempt);
      try {
        Answer answer = transport.send(call, token);
        if (!again(answer, call)) {
          slowDown(answer);
          return answer;
        }
        said = "status " + answer.status();
        wait = answer.status() == 429 ? asked(answer) : wait;
        answer.close();
      } catch (ConnectException | HttpConnectTimeoutException e) {
        said = String.valueOf(e.getMessage());
        if (attempt >= TRIES / 2) {
          throw ServerProblem.NOT_REACHABLE.thrown(transport.name(), e, said);
        }
      } catch (IOException e) {
        if (!call.repeatable()) {
          throw e;
        }
        said = String.valueOf(e.getMessage());
      }
      if (attempt == TRIES) {
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        throw ServerProblem.GAVE_UP.thrown(transport.name(), null, call.toString(), seconds, said);
      }
      pause.pause(wait.plusMillis(jitter.nextInt(250)));
    }
  }

  private static boolean again(Answer answer, Call call) {
    return switch (answer.status()) {
      case 429 -> true;
      case 500, 502, 503, 504 -> call.repeatable();
      default -> false;
    };
  }

  private static Duration backOff(int attempt) {
    return Duration.ofSeconds(Math.min(LONGEST.toSeconds(), 1L << Math.min(attempt - 1, 10)));
  }

  /** The server may send each header twice, for two limits; the longer wait counts. */
  private static Duration asked(Answer answer) {
    long seconds =
        answer.all("retry-after").stream()
            .map(Patience::number)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .max()
            .orElse(1);
    return Duration.ofSeconds(Math.max(1, Math.min(LONGEST.toSeconds(), seconds)));
  }

  /** Before the limit is reached it is better to go slower than to be refused. */
  private void slowDown(Answer answer) throws IOException {
    long limit = smallest(answer.all("x-ratelimit-limit"));
    long left = smallest(answer.all("x-ratelimit-remaining"));
    if (limit > 0 && left >= 0 && left * 10 < limit) {
      pause.pause(Duration.ofMillis(200));
    }
  }

  private static long smallest(List<String> values) {
    return values.stream()
        .map(Patience::number)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min()
        .orElse(-1);
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
