package dev.packhorse.connectors.server.testing.job;

import dev.packhorse.connectors.server.testing.state.ExportPlan;
import dev.packhorse.connectors.server.testing.state.Job;
import dev.packhorse.connectors.server.testing.state.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** An export job leaves its file; when, and how much of it, the plan says (rest-api 7.6). */
final class ExportRun {
  private ExportRun() {}

  static void run(World world, Job job) throws IOException, JobError {
    ExportPlan plan = world.exportPlan;
    byte[] archive = plan.archive != null ? plan.archive : new ExportArchive(world, job).bytes();
    // Before 6.0 the name has an id of its own, and nothing tells which.
    String id = world.profile.since(6, 0) ? job.id : world.newId();
    Path file = world.store.exports().resolve(id + "_export.zip");
    int part = archive.length / 3;
    switch (plan.mode) {
      case COMPLETE -> Files.write(file, archive);
      case GROWING -> {
        Files.write(file, Arrays.copyOf(archive, part));
        plan.growing.put(file, archive);
      }
      case LATE -> plan.growing.put(file, archive);
      case NEVER -> {}
      case TRUNCATED -> {
        Files.write(file, Arrays.copyOf(archive, part));
        throw JobError.export("unable to write the export file");
      }
    }
  }
}
