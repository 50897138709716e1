package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.step.StepExecution;

/** What the store knows of jobs, in words of our own. */
public final class JobHistory implements Closeable {

  /** How a job stands. */
  public enum State {
    RUNNING,
    /** Cut off: the same command, or {@code jobs resume}, goes on with it. */
    UNFINISHED,
    DONE,
    ABANDONED
  }

  /**
   * A job.
   *
   * @param settings those that differ from their defaults and decide about the result
   * @param attempts how often it was begun or gone on with
   * @param failure why the last attempt ended; empty if it did well or was killed
   */
  public record Job(
      long id,
      State state,
      String source,
      String target,
      Map<String, String> settings,
      int attempts,
      LocalDateTime begun,
      LocalDateTime ended,
      String failure,
      List<StepState> steps) {}

  /**
   * A step of a job, as its last attempt left it.
   *
   * @param records written; 0 for steps that write none
   */
  public record StepState(String name, String status, long records, LocalDateTime updated) {}

  private final Path stateFolder;
  private final JobStore store;

  private JobHistory(Path stateFolder, JobStore store) {
    this.stateFolder = stateFolder;
    this.store = store;
  }

  public static JobHistory open(Path stateFolder) throws IOException {
    return new JobHistory(stateFolder, JobStore.open(stateFolder));
  }

  /** Whether there is anything to look at. */
  public static boolean exists(Path stateFolder) {
    return JobStore.exists(stateFolder);
  }

  /** All jobs, the newest first. */
  public List<Job> jobs() throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (JobInstance instance : store.repository().findJobInstances(MigrateJob.NAME)) {
      jobs.add(job(instance));
    }
    jobs.sort(Comparator.comparing(Job::id).reversed());
    return jobs;
  }

  /**
   * @throws RunException if there is no such job
   */
  public Job job(long id) throws IOException {
    JobInstance instance = store.repository().getJobInstance(id);
    if (instance == null) {
      throw new RunException(
          ExitCode.USAGE, "There is no job " + id + ".", "packhorse jobs list shows all jobs.");
    }
    return job(instance);
  }

  private Job job(JobInstance instance) throws IOException {
    List<JobExecution> executions = store.repository().getJobExecutions(instance);
    JobExecution last = store.repository().getLastJobExecution(instance);
    JobExecution first = executions.get(executions.size() - 1);
    List<StepState> steps = new ArrayList<>();
    for (JobExecution execution : executions) {
      for (StepExecution step : execution.getStepExecutions()) {
        if (steps.stream().noneMatch(known -> known.name().equals(step.getStepName()))) {
          steps.add(stepState(step));
        }
      }
    }
    steps.sort(Comparator.comparing(StepState::updated));
    String target = last.getJobParameters().getString(JobIdentity.TARGET);
    return new Job(
        instance.getInstanceId(),
        state(last, target),
        last.getJobParameters().getString(JobIdentity.SOURCE),
        target,
        JobIdentity.settings(last.getJobParameters()),
        executions.size(),
        first.getCreateTime(),
        last.getEndTime(),
        failure(last),
        steps);
  }

  private static StepState stepState(StepExecution step) {
    return new StepState(
        step.getStepName(),
        step.getStatus().name().toLowerCase(Locale.ROOT),
        Checkpoint.from(step.getExecutionContext()).written(),
        step.getLastUpdated());
  }

  private State state(JobExecution last, String target) throws IOException {
    if (last.getStatus() == BatchStatus.COMPLETED) {
      return State.DONE;
    }
    if (last.getStatus() == BatchStatus.ABANDONED) {
      return State.ABANDONED;
    }
    return last.isRunning() && RunFolder.locked(stateFolder, target)
        ? State.RUNNING
        : State.UNFINISHED;
  }

  private static String failure(JobExecution last) {
    if (last.getStatus() == BatchStatus.STOPPED) {
      return "interrupted";
    }
    String text = last.getExitStatus().getExitDescription();
    String first = text == null ? "" : text.lines().findFirst().orElse("");
    // Our own exceptions hold a sentence for the user; their names are none.
    return first.replaceFirst("^dev\\.packhorse\\.[\\w.]+: ", "");
  }

  /**
   * Gives an unfinished job up; the caller holds its folder and removes what it left.
   *
   * @throws RunException if it is over or running
   */
  public void abandon(long id) throws IOException {
    Job job = job(id);
    if (job.state() == State.DONE || job.state() == State.ABANDONED) {
      throw new RunException(
          ExitCode.REFUSED, "Job " + id + " is over; there is nothing to give up.", "");
    }
    JobInstance instance = store.repository().getJobInstance(id);
    try {
      JobExecution last = store.repository().getLastJobExecution(instance);
      var operator = store.operator();
      MigrationLauncher.abandon(MigrationLauncher.recovered(last, operator), operator);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the job could not be abandoned", e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
