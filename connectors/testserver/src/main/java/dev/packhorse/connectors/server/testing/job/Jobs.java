package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.JobPlan;
import dev.packhorse.connectors.server.testing.state.World;
import java.io.IOException;
import java.util.List;

/** Moves jobs on, as far as the clock or the looks at them allow (rest-api reference 7.5). */
public final class Jobs {
  private Jobs() {}

  public static void turn(World world) throws IOException {
    for (Job job : List.copyOf(world.jobs)) {
      if (job.status.equals("pending") && !job.running && pickedUp(world, job)) {
        start(world, job);
      }
      if (job.running && job.type.equals("export_process")) {
        // The counters move, and with them the sign of life that an import lacks.
        job.lastActivityAt = world.now();
      }
      if (job.running && due(world, job)) {
        end(world, job);
      }
    }
  }

  private static boolean pickedUp(World world, Job job) {
    JobPlan plan = world.jobPlan;
    boolean busy = world.jobs.stream().anyMatch(j -> j.running && j.type.equals(job.type));
    if (busy || plan.neverPickedUp || !world.config.on("JobSettings.RunJobs")) {
      return false;
    }
    return plan.pollsWaiting < 0
        ? world.now() - job.createAt >= plan.waitingMillis
        : job.polls >= plan.pollsWaiting;
  }

  private static void start(World world, Job job) {
    job.status("in_progress", world.now());
    job.startAt = job.lastActivityAt;
    // After a crash the worker is gone, and nobody tells the record.
    job.running = !world.jobPlan.crash;
  }

  private static boolean due(World world, Job job) {
    JobPlan plan = world.jobPlan;
    return plan.pollsRunning < 0
        ? world.now() - job.startAt >= plan.runningMillis
        : job.polls >= plan.pollsRunning;
  }

  private static void end(World world, Job job) throws IOException {
    try {
      switch (job.type) {
        case "import_process" -> ImportRun.run(world, job);
        case "export_process" -> ExportRun.run(world, job);
        default -> {}
      }
      job.running = false;
      job.status("success", world.now());
      job.progress = world.profile.since(6, 0) ? 100 : 0;
    } catch (JobError e) {
      if (e.hangs()) {
        return;
      }
      job.running = false;
      job.status("error", world.now());
      job.progress = -1;
      if (e.line() != null) {
        job.put("line_number", e.line());
      }
      String said = "Error during job execution. — ";
      job.put("error", (world.profile.since(6, 0) ? said : "") + e.getMessage());
    }
  }
}
