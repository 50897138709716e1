package dev.packhorse.engine.cli;

import dev.packhorse.engine.batch.JobHistory;
import dev.packhorse.engine.batch.JobHistory.Job;
import dev.packhorse.engine.report.Table;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code packhorse jobs list}. */
final class JobsListCommand implements Command {
  @Override
  public String name() {
    return "jobs list";
  }

  @Override
  public String summary() {
    return "List all runs, the newest first.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.JOBS;
  }

  @Override
  public List<String> exitCodes() {
    return List.of("0   listed");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    Path stateFolder = StateFolder.of(settings, console);
    List<Job> jobs = List.of();
    if (JobHistory.exists(stateFolder)) {
      try (JobHistory history = JobHistory.open(stateFolder)) {
        jobs = history.jobs();
      }
    }
    if (settings.get(AllSettings.JSON)) {
      for (Job job : jobs) {
        console.out().println(JobText.json(job));
      }
      return ExitCode.DONE;
    }
    if (jobs.isEmpty()) {
      console.out().println("There are no jobs in " + stateFolder + ".");
      return ExitCode.DONE;
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"job", "state", "begun", "source", "target"});
    for (Job job : jobs) {
      rows.add(
          new String[] {
            String.valueOf(job.id()),
            JobText.state(job),
            JobText.time(job.begun()),
            job.source(),
            job.target()
          });
    }
    Table.print(rows, console.out());
    return ExitCode.DONE;
  }
}
