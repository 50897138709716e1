package dev.packhorse.engine.cli;

import dev.packhorse.engine.batch.JobHistory;
import dev.packhorse.engine.batch.JobHistory.Job;
import dev.packhorse.engine.batch.JobHistory.State;
import dev.packhorse.engine.batch.JobHistory.StepState;
import dev.packhorse.engine.report.Table;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code packhorse jobs show JOB}. */
final class JobsShowCommand implements Command {
  @Override
  public String name() {
    return "jobs show";
  }

  @Override
  public String summary() {
    return "Show one run with its steps.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.ONE_JOB;
  }

  @Override
  public List<String> exitCodes() {
    return List.of("0   shown", "2   there is no such job");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    Job job;
    try (JobHistory history = JobHistory.open(StateFolder.of(settings, console))) {
      job = history.job(JobsResumeCommand.wanted(settings));
    }
    PrintWriter out = console.out();
    if (settings.get(AllSettings.JSON)) {
      out.println(JobText.json(job));
      return ExitCode.DONE;
    }
    out.println("job       " + job.id());
    out.println("state     " + JobText.state(job));
    out.println("source    " + job.source());
    out.println("target    " + job.target());
    if (!job.settings().isEmpty()) {
      out.println("settings  " + job.settings());
    }
    out.println("begun     " + JobText.time(job.begun()));
    if (job.ended() != null) {
      out.println("ended     " + JobText.time(job.ended()));
    }
    out.println("attempts  " + job.attempts());
    if (!job.failure().isEmpty()) {
      out.println("failure   " + job.failure());
    }
    out.println();
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"step", "status", "records written"});
    for (StepState step : job.steps()) {
      rows.add(
          new String[] {
            step.name(),
            step.status(),
            step.records() == 0 ? "" : String.format(Locale.ROOT, "%,d", step.records())
          });
    }
    Table.print(rows, out);
    if (job.state() == State.UNFINISHED) {
      out.println();
      out.println("Go on with: packhorse jobs resume " + job.id());
    }
    return ExitCode.DONE;
  }
}
