package dev.packhorse.engine.run;

import dev.packhorse.formats.problem.Problem;

/** Takes the problems of a run in the order of the source. Called by one thread. */
@FunctionalInterface
public interface ProblemSink {
  void accept(Problem problem);
}
