package dev.packhorse.connectors.server.testing.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.packhorse.connectors.server.testing.job.Jobs;
import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.Refusal;
import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Jobs (rest-api reference 2.6, 2.7 and 7.5). */
final class JobRoutes {
  private static final Set<String> TYPES =
      Set.of(
          "import_process",
          "export_process",
          "extract_content",
          "import_delete",
          "export_delete",
          "data_retention",
          "message_export",
          "elasticsearch_post_indexing",
          "ldap_sync",
          "migrations",
          "plugins");
  private static final Set<String> STATUSES =
      Set.of(
          "pending", "in_progress", "success", "error", "cancel_requested", "canceled", "warning");

  private JobRoutes() {}

  static void add(RouteTable routes) {
    routes.both("POST /jobs", JobRoutes::create);
    routes.both("GET /jobs", JobRoutes::list);
    routes.both("GET /jobs/type/{type}", x -> page(x, job -> job.type.equals(x.variable("type"))));
    routes.both("GET /jobs/{job_id}", JobRoutes::show);
    routes.both("POST /jobs/{job_id}/cancel", JobRoutes::cancel);
    routes.both("PATCH /jobs/{job_id}/status", JobRoutes::status);
  }

  private static Reply create(Exchange x) {
    JsonNode said = x.object("job");
    JsonNode data = said.path("data");
    if (!said.path("type").isTextual() || !(data.isObject() || absent(data))) {
      throw Refusal.body("job");
    }
    Map<String, String> values = absent(data) ? null : new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      if (!field.getValue().isTextual()) {
        throw Refusal.body("job");
      }
      values.put(field.getKey(), field.getValue().asText());
    }
    String type = said.path("type").asText();
    if (!TYPES.contains(type)) {
      throw new Refusal(
          400, "api.job.unable_to_create_job.incorrect_job_type", "Unable to create the job.");
    }
    x.administratorOnly();
    return Reply.json(201, x.world().addJob(type, values).json());
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static Job job(Exchange x) {
    String id = x.variable("job_id");
    return x.world().jobs.stream()
        .filter(job -> job.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "app.job.get.app_error", "Unable to get the job."));
  }

  private static Reply show(Exchange x) throws IOException {
    Job job = job(x);
    x.administratorOnly();
    Jobs.turn(x.world());
    job.polls++;
    return Reply.json(200, job.json());
  }

  private static Reply list(Exchange x) throws IOException {
    String type = x.query("job_type");
    String status = x.query("status");
    if (x.world().profile.before(9, 11)) {
      return page(x, job -> true);
    }
    if (!type.isEmpty() && !TYPES.contains(type)) {
      throw Refusal.url("job_type");
    }
    if (!status.isEmpty() && !STATUSES.contains(status)) {
      // The real handler goes on after it has noted the error: two JSON values in one body.
      x.administratorOnly();
      return Reply.text(
          200,
          "application/json",
          "[]{\"id\":\"api.context.invalid_url_param.app_error\",\"status_code\":400}");
    }
    return page(
        x,
        job ->
            (type.isEmpty() || job.type.equals(type))
                && (status.isEmpty() || job.status.equals(status)));
  }

  /** Newest first. */
  private static Reply page(Exchange x, Predicate<Job> wanted) throws IOException {
    x.administratorOnly();
    Jobs.turn(x.world());
    List<Job> jobs = new ArrayList<>(x.world().jobs.stream().filter(wanted).toList());
    Collections.reverse(jobs);
    List<Job> page = x.page(jobs);
    page.forEach(job -> job.polls++);
    return Reply.json(200, page.stream().map(Job::json).toList());
  }

  private static Reply cancel(Exchange x) throws IOException {
    Job job = job(x);
    x.administratorOnly();
    Jobs.turn(x.world());
    switch (job.status) {
      case "pending" -> job.status("canceled", x.world().now());
      case "in_progress" -> job.status("cancel_requested", x.world().now());
      default ->
          throw new Refusal(
              500, "jobs.request_cancellation.status.error", "The job can't be cancelled.");
    }
    return Reply.ok();
  }

  /** Only rewrites the record; the worker is not told. */
  private static Reply status(Exchange x) {
    World world = x.world();
    if (world.profile.before(9, 11)) {
      throw Refusal.noRoute();
    }
    JsonNode said = x.object("status");
    String next = said.path("status").asText();
    if (!said.path("status").isTextual() || !STATUSES.contains(next)) {
      throw Refusal.body("status");
    }
    Job job = job(x);
    x.administratorOnly();
    boolean allowed =
        switch (job.status) {
          case "in_progress" -> next.equals("pending") || next.equals("cancel_requested");
          case "pending" -> next.equals("cancel_requested");
          case "cancel_requested" -> next.equals("canceled");
          default -> false;
        };
    if (!allowed && !said.path("force").asBoolean()) {
      throw new Refusal(400, "api.job.status.invalid", "The status can't be changed to that.");
    }
    job.status(next, world.now());
    return Reply.ok();
  }
}
