package dev.packhorse.engine.cli;

import dev.packhorse.engine.batch.JobHistory;
import dev.packhorse.engine.batch.JobHistory.Job;
import dev.packhorse.engine.batch.RunFolder;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code packhorse jobs abandon JOB}. */
final class JobsAbandonCommand implements Command {
  @Override
  public String name() {
    return "jobs abandon";
  }

  @Override
  public String summary() {
    return "Give up a run that was cut off, and remove what it left.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.ONE_JOB;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   given up", "2   there is no such job", "7   it is over already", "11  it is running");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    Path stateFolder = StateFolder.of(settings, console);
    try (JobHistory history = JobHistory.open(stateFolder)) {
      Job job = history.job(JobsResumeCommand.wanted(settings));
      try (RunFolder folder = RunFolder.lock(stateFolder, job.target())) {
        history.abandon(job.id());
        Session.connector(job.target()).discard(job.target());
        folder.clear();
      }
      console.out().println("Job " + job.id() + " was given up; what it left is removed.");
    }
    return ExitCode.DONE;
  }
}
