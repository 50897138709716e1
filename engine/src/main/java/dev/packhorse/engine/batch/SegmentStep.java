package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Target;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.DecidedBatch;
import dev.packhorse.engine.run.Progress;
import dev.packhorse.engine.run.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Writes one segment. The item is a batch of records; workers bring batches into the target's form,
 * the step's thread appends them in order and commits cursor and mark together.
 */
final class SegmentStep implements ItemWriter<SegmentStep.Done>, ItemStream {
  /** Batches of a commit: with 256 KiB each some 50 milliseconds of work. */
  static final int CHUNK = 32;

  /** A batch in the target's form. */
  record Done(
      SegmentReader.Item item, Target.Prepared prepared, long written, BalanceSheet moved) {}

  private final WriteContext context;
  private final SegmentReader reader;
  private final Segment segment;
  private Checkpoint checkpoint;

  private SegmentStep(WriteContext context, Segment segment) {
    this.context = context;
    this.segment = segment;
    this.reader = new SegmentReader(context.source(), segment);
  }

  static Step of(
      WriteContext context,
      Segment segment,
      JobStore store,
      AsyncTaskExecutor workers,
      StopSignal stop) {
    SegmentStep step = new SegmentStep(context, segment);
    ChunkOrientedStepBuilder<SegmentReader.Item, Done> builder =
        new ChunkOrientedStepBuilder<>(segment.name(), store.repository(), CHUNK);
    builder
        .transactionManager(store.transactions())
        .reader(step.reader)
        .processor(step::prepare)
        .writer(step)
        .stream(step)
        .interruptionPolicy(stop);
    if (workers != null) {
      builder.taskExecutor(workers);
    }
    return builder.build();
  }

  @Override
  public void open(ExecutionContext executionContext) throws ItemStreamException {
    checkpoint = Checkpoint.from(executionContext);
    try {
      reader.open(checkpoint.range(), checkpoint.cursor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called by workers. */
  private Done prepare(SegmentReader.Item item) throws IOException {
    DecidedBatch batch =
        new DecidedBatch(
            item.batch(),
            context.verdicts(),
            context.repairs(),
            segment.filtered() ? segment.type() : null);
    BalanceSheet moved = null;
    if (!batch.untouched()) {
      moved = new BalanceSheet();
      batch.bookMerged(moved);
    }
    return new Done(item, context.target().prepare(batch), batch.written(), moved);
  }

  @Override
  public void write(Chunk<? extends Done> chunk) throws IOException {
    for (Done done : chunk) {
      context.target().append(done.prepared());
      BalanceSheet moved = checkpoint.moved();
      if (done.moved() != null) {
        moved.add(done.moved());
      }
      SegmentReader.Item item = done.item();
      checkpoint =
          new Checkpoint(
              item.range(), item.cursor(), null, checkpoint.written() + done.written(), moved);
      context.written(done.written());
      Progress progress = context.progress();
      progress.update(item.position(), context.written());
    }
  }

  @Override
  public void update(ExecutionContext executionContext) throws ItemStreamException {
    try {
      String mark = context.target().mark();
      checkpoint =
          new Checkpoint(
              checkpoint.range(),
              checkpoint.cursor(),
              mark,
              checkpoint.written(),
              checkpoint.moved());
      checkpoint.to(executionContext);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws ItemStreamException {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
