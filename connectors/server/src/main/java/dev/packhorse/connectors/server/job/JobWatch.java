package dev.packhorse.connectors.server.job;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Pause;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Follows a job to its end. A job says little of itself: an import has no heartbeat, and one whose
 * server was restarted stays in progress for ever (rest-api reference 2.7). What tells is the
 * server's log, which is looked at in between.
 */
public final class JobWatch {
  private static final Duration OFTEN = Duration.ofSeconds(2);
  private static final Duration SELDOM = Duration.ofSeconds(15);

  private final Client client;
  private final Jobs jobs;
  private final Pause pause;
  private final Clock clock;
  private final Duration patience;

  /**
   * @param patience how long a job may give no sign of life
   */
  public JobWatch(Client client, Jobs jobs, Pause pause, Clock clock, Duration patience) {
    this.client = client;
    this.jobs = jobs;
    this.pause = pause;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Waits for the end.
   *
   * @param told each new sign of life, in a few words
   * @return the job as it ended, whether well or not
   * @throws dev.packhorse.formats.problem.ProblemException {@code server.job.not-picked-up} or
   *     {@code server.job.stalled}
   */
  public ServerJob follow(String id, Consumer<String> told) throws IOException {
    LogSigns log = new LogSigns(client);
    long lastSign = clock.millis();
    String seen = "";
    Duration wait = OFTEN;
    for (ServerJob job = jobs.get(id); ; job = jobs.get(id)) {
      if (!job.open()) {
        return job;
      }
      String sign = job.status() + " " + job.lastActivityAt() + " " + log.newest(job);
      if (!sign.equals(seen)) {
        seen = sign;
        lastSign = clock.millis();
        told.accept(log.words(job));
      }
      if (clock.millis() - lastSign > patience.toMillis()) {
        JobProblem problem =
            job.status().equals("pending") ? JobProblem.NOT_PICKED_UP : JobProblem.STALLED;
        throw problem.thrown(client.name(), job.type(), job.id(), patience.toMinutes());
      }
      pause.pause(wait);
      wait = wait.multipliedBy(2).compareTo(SELDOM) < 0 ? wait.multipliedBy(2) : SELDOM;
    }
  }
}
