package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.ProblemJournal;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.settings.SettingsException;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Begins a migration, or goes on with the one that was cut off. */
public final class MigrationLauncher {
  private final Path stateFolder;
  private final boolean fresh;
  private final boolean replace;

  /**
   * @param fresh whether to give up a run that was cut off
   * @param replace whether a target that exists may be replaced
   */
  public MigrationLauncher(Path stateFolder, boolean fresh, boolean replace) {
    this.stateFolder = stateFolder;
    this.fresh = fresh;
    this.replace = replace;
  }

  /**
   * Forgets what lies in a folder without a run to go on with: a copy of standard input, say, that
   * was made for a run which was then refused.
   */
  public static void tidy(Path stateFolder, RunFolder folder, String target) throws IOException {
    if (folder.empty()) {
      return;
    }
    if (JobStore.exists(stateFolder)) {
      try (JobStore store = JobStore.open(stateFolder)) {
        if (JobIdentity.unfinished(store.repository(), target) != null) {
          return;
        }
      }
    }
    folder.clear();
  }

  /**
   * Runs a migration to its end.
   *
   * @param folder the locked folder of the target's runs
   * @throws RunException if it is refused, or ends in another way than well
   * @throws IOException if reading or writing fails; the same call then goes on
   */
  public MigrationOutcome run(Migration migration, RunFolder folder) throws IOException {
    try (JobStore store = JobStore.open(stateFolder);
        StopSignal stop = new StopSignal(migration.resumable())) {
      TaskExecutorJobOperator operator = store.operator();
      JobParameters parameters = parameters(store.repository(), operator, migration, folder);
      MigrateJob job = new MigrateJob(migration, folder, store, stop);
      JobExecution execution = operator.start(job, parameters);
      check(execution, stop);
      folder.clear();
      return job.outcome();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the job could not be started", e);
    }
  }

  /**
   * Why a run that begins now would be refused because of its target; empty if it would not, or if
   * there is one to go on with. Only looks, for a dry run.
   *
   * @param connector that of the target
   */
  public Optional<String> refusal(Migration migration, Connector connector) throws IOException {
    String target = migration.targetAddress();
    if (!JobStore.exists(stateFolder)) {
      return connector.refusal(target, replace);
    }
    try (JobStore store = JobStore.open(stateFolder)) {
      JobExecution unfinished = JobIdentity.unfinished(store.repository(), target);
      boolean goesOn =
          unfinished != null && !fresh && !nothingDone(store.repository(), unfinished, migration);
      return goesOn
          ? Optional.empty()
          : connector.refusal(target, replace || ours(store.repository(), migration));
    }
  }

  private JobParameters parameters(
      JobRepository repository,
      TaskExecutorJobOperator operator,
      Migration migration,
      RunFolder folder)
      throws IOException {
    JobExecution unfinished = JobIdentity.unfinished(repository, migration.targetAddress());
    if (unfinished != null) {
      // We hold the lock, so whoever the store thinks is running was killed.
      JobExecution stopped = recovered(unfinished, operator);
      if (fresh) {
        abandon(stopped, operator);
        migration.connector().discard(migration.targetAddress());
      } else if (nothingDone(repository, stopped, migration)) {
        abandon(stopped, operator);
      } else {
        JobIdentity.checkSame(stopped, migration);
        if (Files.exists(folder.survey()) || !surveyed(repository, stopped)) {
          migration
              .notes()
              .accept("Going on with job " + jobId(stopped) + " where it was cut off.");
          if (surveyed(repository, stopped)) {
            ProblemJournal.replay(folder.problems(), migration.problems());
          }
          return stopped.getJobParameters();
        }
        throw new RunException(
            ExitCode.REFUSED,
            "What job " + jobId(stopped) + " needs to go on is gone from " + folder.path() + ".",
            "Begin anew with --fresh.");
      }
    }
    Optional<String> refusal =
        migration
            .connector()
            .refusal(migration.targetAddress(), replace || ours(repository, migration));
    if (refusal.isPresent()) {
      throw new RunException(ExitCode.REFUSED, refusal.get(), "");
    }
    clearExceptInput(folder);
    return JobIdentity.parameters(repository, migration);
  }

  /** Whether what lies at the target is what the same command wrote last, as far as sizes tell. */
  private static boolean ours(JobRepository repository, Migration migration) throws IOException {
    JobExecution last = JobIdentity.newest(repository, migration.targetAddress());
    if (last == null
        || last.getStatus() != BatchStatus.COMPLETED
        || !migration.sourceAddress().equals(last.getJobParameters().getString(JobIdentity.SOURCE))
        || !JobIdentity.settings(last.getJobParameters()).equals(migration.settings())) {
      return false;
    }
    long size = last.getExecutionContext().getLong(MigrateJob.SIZE, -1);
    Path target = Path.of(migration.targetAddress());
    return Files.isRegularFile(target) && Files.size(target) == size;
  }

  /**
   * Makes room for a new job. What a connector keeps as a file was just made for this very run,
   * such as a copy of standard input; what lies in a folder was staged by another one.
   */
  private static void clearExceptInput(RunFolder folder) throws IOException {
    Files.deleteIfExists(folder.survey());
    Files.deleteIfExists(folder.verdicts());
    folder.clearFolders();
  }

  /**
   * Whether a job of another kind never got to reading its source, say because of a wrong password:
   * nobody wants to go on with that.
   */
  private static boolean nothingDone(
      JobRepository repository, JobExecution execution, Migration migration) {
    StepExecution stage =
        repository.getLastStepExecution(execution.getJobInstance(), MigrateJob.STAGE);
    return (stage == null || stage.getStatus() != BatchStatus.COMPLETED)
        && !JobIdentity.same(execution, migration);
  }

  private static boolean surveyed(JobRepository repository, JobExecution execution) {
    return repository.getLastStepExecution(execution.getJobInstance(), "survey") != null
        && repository.getLastStepExecution(execution.getJobInstance(), "survey").getStatus()
            == BatchStatus.COMPLETED;
  }

  private static long jobId(JobExecution execution) {
    return execution.getJobInstance().getInstanceId();
  }

  static JobExecution recovered(JobExecution execution, TaskExecutorJobOperator operator) {
    return execution.isRunning() ? operator.recover(execution) : execution;
  }

  static void abandon(JobExecution execution, TaskExecutorJobOperator operator) {
    try {
      operator.abandon(execution);
    } catch (Exception e) {
      throw new IllegalStateException("the job could not be abandoned", e);
    }
  }

  private static void check(JobExecution execution, StopSignal stop) throws IOException {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return;
    }
    if (stop.asked()) {
      throw new RunException(ExitCode.INTERRUPTED, "", "");
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    Throwable failure = failures.isEmpty() ? null : failures.get(0);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RunException known) {
        throw known;
      }
      if (cause instanceof ProblemException found) {
        throw found;
      }
      if (cause instanceof SettingsException wrong) {
        throw wrong; // asked for only once the run was under way, such as a password file
      }
      if (cause instanceof IOException io) {
        throw io;
      }
    }
    throw new IllegalStateException("the job ended as " + execution.getStatus(), failure);
  }
}
