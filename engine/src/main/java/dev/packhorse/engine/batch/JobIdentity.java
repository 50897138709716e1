package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Which job a command means: the one to the same target that did not come to its end, or a new one.
 * Parameters hold addresses and settings, never secrets (decision D5).
 */
final class JobIdentity {
  static final String SOURCE = "source";
  static final String TARGET = "target";
  static final String RUN = "run";
  static final String FINGERPRINT = "fingerprint";
  static final String SETTING = "setting.";

  private JobIdentity() {}

  /** The last execution of the newest job to this target, if that job is not over; else null. */
  static JobExecution unfinished(JobRepository repository, String target) {
    JobExecution newest = newest(repository, target);
    return newest == null || over(newest) ? null : newest;
  }

  /** The last execution of the newest job to this target; null if there was none. */
  static JobExecution newest(JobRepository repository, String target) {
    JobExecution newest = null;
    for (JobInstance instance : repository.findJobInstances(MigrateJob.NAME)) {
      JobExecution last = repository.getLastJobExecution(instance);
      if (last != null
          && target.equals(last.getJobParameters().getString(TARGET))
          && (newest == null || last.getId() > newest.getId())) {
        newest = last;
      }
    }
    return newest;
  }

  static boolean over(JobExecution execution) {
    return execution.getStatus() == BatchStatus.COMPLETED
        || execution.getStatus() == BatchStatus.ABANDONED;
  }

  /** Parameters of a new job. */
  static JobParameters parameters(JobRepository repository, Migration migration) {
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addString(SOURCE, migration.sourceAddress())
            .addString(TARGET, migration.targetAddress())
            .addLong(RUN, (long) repository.findJobInstances(MigrateJob.NAME).size() + 1)
            .addString(FINGERPRINT, migration.fingerprint(), false);
    migration
        .settings()
        .forEach((name, value) -> parameters.addString(SETTING + name, value, false));
    return parameters.toJobParameters();
  }

  /**
   * Checks that an unfinished job may go on as it was begun.
   *
   * @throws RunException with {@link ExitCode#REFUSED} if the source changed or the settings differ
   */
  static void checkSame(JobExecution unfinished, Migration migration) {
    JobParameters before = unfinished.getJobParameters();
    long job = unfinished.getJobInstance().getInstanceId();
    String resume = "go on as before with packhorse jobs resume " + job + ", ";
    if (!migration.sourceAddress().equals(before.getString(SOURCE))) {
      String other = before.getString(SOURCE);
      throw refused(
          "Job %d writes this target from %s and did not come to its end.".formatted(job, other),
          resume,
          job);
    }
    if (!Objects.equals(migration.fingerprint(), before.getString(FINGERPRINT))) {
      String sentence =
          "The source was changed since job %d was cut off; going on would mix two states of it.";
      throw refused(sentence.formatted(job), "", job);
    }
    Map<String, String> then = settings(before);
    if (!then.equals(new TreeMap<>(migration.settings()))) {
      String sentence = "Job %d was begun with other settings: %s.";
      throw refused(sentence.formatted(job, then.isEmpty() ? "none" : then), resume, job);
    }
  }

  /** Whether {@link #checkSame} has nothing against it. */
  static boolean same(JobExecution unfinished, Migration migration) {
    try {
      checkSame(unfinished, migration);
      return true;
    } catch (RunException e) {
      return false;
    }
  }

  static Map<String, String> settings(JobParameters parameters) {
    Map<String, String> settings = new TreeMap<>();
    parameters
        .parameters()
        .forEach(
            parameter -> {
              if (parameter.name().startsWith(SETTING)) {
                settings.put(
                    parameter.name().substring(SETTING.length()),
                    String.valueOf(parameter.value()));
              }
            });
    return settings;
  }

  private static RunException refused(String sentence, String resume, long job) {
    return new RunException(
        ExitCode.REFUSED,
        sentence,
        "Begin anew with --fresh, "
            + resume
            + "or give the job up with packhorse jobs abandon "
            + job
            + ".");
  }
}
