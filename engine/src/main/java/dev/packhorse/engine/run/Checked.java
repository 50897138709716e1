package dev.packhorse.engine.run;

import dev.packhorse.connectors.spi.SourceRecord;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** A record with what is known about it so far. Filled by a worker, then by the ordered stage. */
final class Checked implements Findings {
  final SourceRecord source;

  /** What would be written: the record as read, or mended. Null if there is none. */
  BulkRecord outgoing;

  /** Whether the line vanishes without loss, such as an empty one. */
  boolean dropped;

  /** Whether its line can't be copied though the record is as it was. */
  boolean lineMended;

  private List<Problem> problems = List.of();
  private boolean refused;

  Checked(SourceRecord source) {
    this.source = source;
    this.outgoing = source.record();
  }

  void add(Problem problem) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>(2);
    }
    problems.add(problem);
    refused |= problem.severity() == Severity.ERROR;
  }

  @Override
  public void report(ProblemCode code, Severity severity, String pointer, Object... arguments) {
    add(Problem.of(code, severity, source.place().at(pointer), arguments));
  }

  List<Problem> problems() {
    return problems;
  }

  /** Whether a server would refuse it. */
  boolean refused() {
    return refused;
  }

  boolean rewritten() {
    return !dropped && (lineMended || outgoing != source.record());
  }
}
