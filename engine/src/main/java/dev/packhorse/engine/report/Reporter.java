package dev.packhorse.engine.report;

import dev.packhorse.engine.run.ProblemSink;
import java.io.IOException;

/** Tells somebody about a run: problems as they are found, then the summary. Used by one thread. */
public interface Reporter extends ProblemSink {
  void summary(Summary summary) throws IOException;

  /** Something worth saying in between, such as that a run goes on where it was cut off. */
  default void note(String sentence) {}
}
