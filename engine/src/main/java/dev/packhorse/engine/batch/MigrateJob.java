package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.run.Segment;
import dev.packhorse.engine.run.SegmentPlan;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.engine.run.Verdicts;
import dev.packhorse.engine.run.WatchedStaging;
import dev.packhorse.engine.transform.Repairs;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The job {@code migrate}. Its steps are known only once the source has been looked through, so it
 * puts them together itself.
 */
final class MigrateJob extends AbstractJob {
  static final String NAME = "migrate";

  /** Size of the finished target in bytes, in the job's context. */
  static final String SIZE = "size";

  static final String STAGE = "stage";
  private static final String SURVEY = "survey";
  private static final String FINISH = "finish";

  private final Migration migration;
  private final RunFolder folder;
  private final JobStore store;
  private final StopSignal stop;
  private final MigrationOutcome outcome = new MigrationOutcome();

  MigrateJob(Migration migration, RunFolder folder, JobStore store, StopSignal stop) {
    super(NAME);
    this.migration = migration;
    this.folder = folder;
    this.store = store;
    this.stop = stop;
    setJobRepository(store.repository());
  }

  MigrationOutcome outcome() {
    return outcome;
  }

  @Override
  protected void doExecute(JobExecution execution) throws JobExecutionException {
    try {
      if (!run(tasklet(STAGE, this::stage), execution)) {
        return;
      }
      stage(); // of a run that goes on, the step is passed over, and the source still closed
      SegmentPlan plan = SegmentPlan.of(migration.source(), migration.survey().repair());
      if (run(survey(plan), execution) && wanted()) {
        checkRoom();
        write(plan.segments(), execution);
      }
    } catch (IOException e) {
      throw new JobExecutionException("the run failed", e);
    }
  }

  /** The steps after the survey, in order. */
  private void write(List<Segment> segments, JobExecution execution)
      throws IOException, JobExecutionException {
    Repairs repairs =
        migration.survey().repair()
            ? new Repairs(migration.survey().target(), migration.source().files())
            : null;
    int threads = migration.survey().threads();
    migration.progress().phase("writing", migration.source().size());
    try (Verdicts verdicts = Verdicts.open(folder.verdicts());
        Target target = target(lastMark(segments, execution));
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("packhorse-worker-")) {
      workers.setConcurrencyLimit(threads);
      workers.setDaemon(true);
      WriteContext context =
          new WriteContext(migration.source(), target, verdicts, repairs, migration.progress());
      for (Segment segment : segments) {
        Step step = SegmentStep.of(context, segment, store, threads == 1 ? null : workers, stop);
        if (!run(step, execution)) {
          return;
        }
      }
      if (run(tasklet(FINISH, () -> finish(segments, context, execution)), execution)
          && !outcome.finished()) {
        // A kill between this step's end and the job's: the target is there, only nobody was told.
        finish(segments, context, execution);
      }
    }
  }

  /** A finished step is passed over when a run goes on. */
  private boolean run(Step step, JobExecution execution) throws JobExecutionException {
    StepExecution done = handleStep(step, execution);
    if (done != null) {
      execution.upgradeStatus(done.getStatus());
      execution.setExitStatus(done.getExitStatus());
      return done.getStatus() == BatchStatus.COMPLETED;
    }
    return true;
  }

  private void stage() throws IOException {
    migration
        .source()
        .stage(new WatchedStaging(migration.progress(), stop::asked, migration.notes()));
  }

  private Step survey(SegmentPlan plan) {
    return tasklet(SURVEY, () -> new SurveyRun(migration, folder, stop).run(plan));
  }

  /** Something done in a step of its own, from the beginning if it was cut off. */
  private interface Work {
    void run() throws IOException;
  }

  private Step tasklet(String name, Work work) {
    Tasklet tasklet =
        (contribution, chunkContext) -> {
          work.run();
          return RepeatStatus.FINISHED;
        };
    TaskletStep step = new TaskletStep(store.repository());
    step.setName(name);
    step.setTasklet(tasklet);
    step.setTransactionManager(store.transactions());
    return step;
  }

  /** Files are most of an archive, and their sizes are known; better to hear of it now. */
  private void checkRoom() throws IOException {
    OptionalLong room = migration.connector().room(migration.targetAddress());
    if (!migration.attachments() || room.isEmpty()) {
      return;
    }
    long needed = 0;
    for (SourceFile file : migration.source().outgoingFiles()) {
      needed += Math.max(0, file.size());
    }
    if (needed > room.getAsLong()) {
      throw new RunException(
          ExitCode.NO_SPACE,
          "The files alone have %,d bytes, and where %s lies there is room for %,d."
              .formatted(needed, migration.targetAddress(), room.getAsLong()),
          "Make room or name another target; --no-attachments leaves the files out.");
    }
  }

  /** Whether what the survey found lets the run go on. */
  private boolean wanted() throws IOException {
    SurveyResult result = SurveyResult.load(folder.survey());
    outcome.survey(result);
    if (result.damaged()) {
      throw new RunException(
          ExitCode.DAMAGED,
          "The source is damaged, so nothing was written.",
          "Get a whole copy of it and give the same command with --fresh.");
    }
    return !migration.stopOnError() || result.count(Severity.ERROR) == 0;
  }

  private Target target(String mark) throws IOException {
    return migration.connector().target(migration.targetAddress(), migration.targetOptions(), mark);
  }

  /** What the target held at the last checkpoint of any step; null if there was none. */
  private String lastMark(List<Segment> segments, JobExecution execution) {
    String mark = null;
    for (Segment segment : segments) {
      Checkpoint checkpoint = checkpoint(segment, execution);
      if (checkpoint != null && checkpoint.mark() != null) {
        mark = checkpoint.mark();
      }
    }
    return mark;
  }

  private Checkpoint checkpoint(Segment segment, JobExecution execution) {
    StepExecution last =
        store.repository().getLastStepExecution(execution.getJobInstance(), segment.name());
    return last == null ? null : Checkpoint.from(last.getExecutionContext());
  }

  private void finish(List<Segment> segments, WriteContext context, JobExecution execution)
      throws IOException {
    long written = 0;
    BalanceSheet balance = outcome.survey().balance();
    for (Segment segment : segments) {
      Checkpoint checkpoint = checkpoint(segment, execution);
      written += checkpoint.written();
      balance.add(checkpoint.moved());
    }
    outcome.countedInTarget(written);
    migration.progress().phase("finishing", -1);
    new Finishing(migration, folder, outcome).run(context);
    outcome.size(context.target().size());
    execution.getExecutionContext().putLong(SIZE, outcome.size());
    store.repository().updateExecutionContext(execution);
  }

  @Override
  public Step getStep(String stepName) {
    return null;
  }

  @Override
  public Collection<String> getStepNames() {
    return List.of();
  }
}
