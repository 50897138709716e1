package dev.packhorse.connectors.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Body;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The calls of the jobs API. */
public final class Jobs {
  private static final int TRIES = 8;

  private final Client client;
  private final Pause pause;

  public Jobs(Client client, Pause pause) {
    this.client = client;
    this.pause = pause;
  }

  /** The newest 200 jobs of a type, the newest first. */
  public List<ServerJob> ofType(String type) throws IOException {
    List<ServerJob> jobs = new ArrayList<>();
    for (JsonNode each : client.ask(Call.get("/jobs/type/" + type + "?page=0&per_page=200"))) {
      ServerJob job = ServerJob.of(each);
      if (job.type().equals(type)) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  public ServerJob get(String id) throws IOException {
    return ServerJob.of(client.ask(Call.get("/jobs/" + Call.encoded(id))));
  }

  /**
   * Starts a job, once: if the answer is lost, the job that it started is looked for before another
   * one is (rest-api reference 1.8).
   *
   * @param data texts all, also numbers and booleans (trap 5)
   * @param ours tells a job that this call started from others of its type
   */
  public ServerJob start(String type, Map<String, String> data, Predicate<ServerJob> ours)
      throws IOException {
    Body body = Client.body(Map.of("type", type, "data", data));
    for (int failures = 0; ; ) {
      try {
        return ServerJob.of(client.askOnce(Call.post("/jobs", body)));
      } catch (InterruptedStaging e) {
        throw e;
      } catch (IOException e) {
        if (++failures == TRIES) {
          throw e;
        }
        pause.pause(Duration.ofSeconds(1L << Math.min(failures - 1, 5)));
        Optional<ServerJob> started = ofType(type).stream().filter(ours).findFirst();
        if (started.isPresent()) {
          return started.get();
        }
      }
    }
  }

  /** Asks for an end; an import that runs goes on all the same (rest-api reference 2.7). */
  public void cancel(String id) throws IOException {
    client.raw(Call.post("/jobs/" + Call.encoded(id) + "/cancel", null).repeatedly()).close();
  }
}
