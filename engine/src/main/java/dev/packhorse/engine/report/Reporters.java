package dev.packhorse.engine.report;

import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.util.List;

/** Several reporters as one. */
public final class Reporters implements Reporter {
  private final List<Reporter> all;

  public Reporters(List<Reporter> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void accept(Problem problem) {
    all.forEach(reporter -> reporter.accept(problem));
  }

  @Override
  public void note(String sentence) {
    all.forEach(reporter -> reporter.note(sentence));
  }

  @Override
  public void summary(Summary summary) throws IOException {
    for (Reporter reporter : all) {
      reporter.summary(summary);
    }
  }
}
