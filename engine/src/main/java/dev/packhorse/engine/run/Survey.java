package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.OutgoingBatch.Action;
import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.engine.transform.Repair;
import dev.packhorse.engine.transform.Repairs;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.schema.FileRules;
import dev.packhorse.formats.schema.LineRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads all records of a source once, finds every problem, and decides on each record. Workers read
 * records and check them singly; one thread then looks at them in order, since references and
 * duplicates depend on what came before.
 */
public final class Survey {
  private final Source source;
  private final SurveyOptions options;
  private final ProblemSink sink;
  private final Progress progress;
  private final SurveyResult result = new SurveyResult();
  private final long[] kinds = new long[Kind.values().length];

  private Verdicts verdicts;
  private RejectFile rejects;
  private FileRules fileRules;
  private long records;

  /**
   * @param sink takes problems in the order in which they are found
   */
  public Survey(Source source, SurveyOptions options, ProblemSink sink, Progress progress) {
    this.source = source;
    this.options = options;
    this.sink = sink;
    this.progress = progress;
  }

  /** Decisions are kept here while the survey runs; null if nobody wants them. */
  public Survey deciding(Verdicts decisions) {
    verdicts = decisions;
    return this;
  }

  /** Refused records are kept here; null if nobody wants them. */
  public Survey rejecting(RejectFile file) {
    rejects = file;
    return this;
  }

  /**
   * Reads the source.
   *
   * @param scratch folder for what does not fit in memory
   * @param stopped asked between batches; once true the survey ends with {@link RunException}
   */
  public SurveyResult run(SegmentPlan plan, Path scratch, BooleanSupplier stopped)
      throws IOException {
    source.problems().forEach(this::report);
    if (plan.reordered()) {
      report(Problem.of(Repair.ORDER, Place.file(source.name())));
    }
    LineRules lineRules = new LineRules(options.target());
    Repairs repairs = options.repair() ? new Repairs(options.target(), source.files()) : null;
    RecordChecker checker = new RecordChecker(lineRules, repairs);
    try (FileRules rules = new FileRules(options.target(), source.files(), scratch);
        OrderedPool pool = new OrderedPool(options.threads())) {
      fileRules = rules;
      options.existing().feed(rules);
      for (Segment segment : plan.segments()) {
        for (Range range : segment.ranges()) {
          read(segment, range, checker, pool, stopped);
        }
      }
      rules.finish(this::late, this::identical);
    } catch (ProblemException e) {
      if (e.problem().code().code().startsWith("archive.")) {
        report(e.problem());
        result.damage();
      } else {
        throw e;
      }
    }
    return result;
  }

  private void read(
      Segment segment,
      Range range,
      RecordChecker checker,
      OrderedPool pool,
      BooleanSupplier stopped)
      throws IOException {
    try (RecordReader reader = source.open(range.from(), range.to())) {
      pool.<RecordBatch, List<Checked>>run(
          () -> {
            if (stopped.getAsBoolean()) {
              throw new RunException(ExitCode.INTERRUPTED, "", "");
            }
            RecordBatch batch = reader.next();
            progress.update(reader.position(), records);
            result.read(batch == null ? 0 : batch.bytes());
            return batch;
          },
          batch -> checker.check(batch, segment.type(), segment.filtered()),
          batch -> {
            for (Checked checked : batch) {
              decide(checked);
            }
          });
    }
  }

  private void decide(Checked checked) throws IOException {
    SourceRecord record = checked.source;
    records++;
    if (record.type() != null && checked.outgoing != null) {
      fileRules.accept(
          record.place().file(),
          record.place().line(),
          record.place().offset(),
          record.type(),
          checked.outgoing,
          checked.refused(),
          record.digest(),
          checked);
    }
    for (Problem problem : checked.problems()) {
      report(problem);
    }
    keepBooks(checked);
    Action action = action(checked);
    if (action == Action.REFUSE && rejects != null) {
      rejects.add(record, checked.problems().stream().map(this::located).toList());
    }
    if (action != Action.PASS && verdicts != null) {
      verdicts.set(record.place().line(), action);
    }
  }

  private static Action action(Checked checked) {
    if (checked.dropped) {
      return Action.DROP;
    }
    if (checked.refused() || checked.outgoing == null) {
      return Action.REFUSE;
    }
    return checked.rewritten() ? Action.REWRITE : Action.PASS;
  }

  private void keepBooks(Checked checked) {
    SourceRecord record = checked.source;
    count(record.record());
    result.balance().add(record.type(), BalanceSheet.Column.READ, kinds);
    switch (action(checked)) {
      case DROP -> result.balance().add(record.type(), BalanceSheet.Column.MERGED, kinds);
      case REFUSE -> {
        result.balance().add(record.type(), BalanceSheet.Column.REFUSED, kinds);
        result.refusals().add(record.record());
      }
      default -> {
        long[] read = kinds.clone();
        count(checked.outgoing);
        result.balance().add(record.type(), BalanceSheet.Column.WRITTEN, kinds);
        for (int i = 0; i < read.length; i++) {
          read[i] = kinds[i] - read[i];
        }
        result.balance().add(record.type(), BalanceSheet.Column.ADDED, read);
      }
    }
  }

  private void count(BulkRecord record) {
    Arrays.fill(kinds, 0);
    Kind.count(record, kinds);
  }

  /** A finding that only the end of the source shows. */
  private void late(Problem problem) {
    // The repair of the same line says it better.
    if (!options.repair() || !problem.code().code().equals("line.repeated")) {
      report(problem);
    }
  }

  /** Equal to an earlier record: only a repair leaves it out. */
  private void identical(Place place) {
    if (!options.repair()) {
      return;
    }
    try {
      if (verdicts != null && verdicts.get(place.line()) != Action.REFUSE) {
        verdicts.set(place.line(), Action.DROP);
        report(Problem.of(Repair.DUPLICATE_DROPPED, place));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(Problem problem) {
    Problem told = located(problem);
    result.note(told);
    sink.accept(told);
  }

  /** With the row in place of a line that only we know of. */
  private Problem located(Problem problem) {
    if (problem.place().line() == 0) {
      return problem;
    }
    try {
      Place place = source.locate(problem.place());
      return new Problem(problem.code(), problem.severity(), place, problem.arguments());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
