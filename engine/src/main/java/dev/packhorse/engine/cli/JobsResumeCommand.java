package dev.packhorse.engine.cli;

import dev.packhorse.engine.batch.JobHistory;
import dev.packhorse.engine.batch.JobHistory.Job;
import dev.packhorse.engine.batch.JobHistory.State;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import dev.packhorse.engine.settings.SettingsFile;
import dev.packhorse.engine.settings.SettingsResolver;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code packhorse jobs resume JOB}: the command of that job once more. */
final class JobsResumeCommand implements Command {
  @Override
  public String name() {
    return "jobs resume";
  }

  @Override
  public String summary() {
    return "Go on with a run that was cut off.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.RESUME;
  }

  @Override
  public List<String> exitCodes() {
    return new MigrateCommand().exitCodes();
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    Job job;
    try (JobHistory history = JobHistory.open(StateFolder.of(settings, console))) {
      job = history.job(wanted(settings));
    }
    if (job.state() == State.RUNNING) {
      throw new RunException(ExitCode.LOCKED, "Job " + job.id() + " is running.", "");
    }
    if (job.state() != State.UNFINISHED) {
      throw new RunException(
          ExitCode.REFUSED,
          "Job " + job.id() + " is " + JobText.state(job) + "; there is nothing to go on with.",
          "");
    }
    Map<String, String> flags = new HashMap<>(job.settings());
    flags.put(AllSettings.SOURCE.name(), job.source());
    flags.put(AllSettings.TARGET.name(), job.target());
    for (Setting<?> own : settings()) {
      if (settings.given(own) && !own.positional()) {
        flags.put(own.name(), settings.show(own));
      }
    }
    Settings same =
        new SettingsResolver("migrate", CommandSettings.MIGRATE)
            .resolve(flags, Map.of(), SettingsFile.NONE);
    return new MigrateCommand().run(same, console);
  }

  static long wanted(Settings settings) {
    Integer job = settings.get(AllSettings.JOB);
    if (job == null) {
      throw new SettingsException("JOB is missing: a number that packhorse jobs list shows.");
    }
    return job;
  }
}
