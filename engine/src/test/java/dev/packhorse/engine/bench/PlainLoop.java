package dev.packhorse.engine.bench;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Connectors;
import dev.packhorse.connectors.spi.RecordBatch;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import dev.packhorse.engine.run.DecidedBatch;
import dev.packhorse.engine.run.Existing;
import dev.packhorse.engine.run.Progress;
import dev.packhorse.engine.run.SegmentPlan;
import dev.packhorse.engine.run.Survey;
import dev.packhorse.engine.run.SurveyOptions;
import dev.packhorse.engine.run.Verdicts;
import dev.packhorse.formats.schema.TargetProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a migration does, in a plain loop: the difference is what Spring Batch costs. */
public final class PlainLoop {
  private static final int BATCHES_OF_A_MARK = 32;

  private PlainLoop() {}

  private static final class NoCargo implements Cargo {
    @Override
    public Iterable<SourceFile> files() {
      return List.of();
    }

    @Override
    public Iterable<SourceFile> sidecar() {
      return List.of();
    }

    @Override
    public void unreadable(SourceFile file, Exception why) {}
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("plain");
    Connector connector = Connectors.find(args[0]).orElseThrow();
    try (Source source = connector.source(args[0], SourceOptions.plain(folder, false));
        Target target = connector.target(args[1], new TargetOptions(true, -1), null)) {
      SegmentPlan plan = SegmentPlan.of(source, false);
      SurveyOptions options =
          new SurveyOptions(TargetProfile.newest(), new Existing(List.of()), false, 1);
      Path decisions = folder.resolve("verdicts");
      try (Verdicts verdicts = Verdicts.create(decisions)) {
        new Survey(source, options, problem -> {}, Progress.NONE)
            .deciding(verdicts)
            .run(plan, folder, () -> false);
      }
      try (Verdicts verdicts = Verdicts.open(decisions);
          RecordReader reader = source.open(null, null)) {
        RecordBatch batch;
        for (int number = 1; (batch = reader.next()) != null; number++) {
          target.append(target.prepare(new DecidedBatch(batch, verdicts, null, null)));
          if (number % BATCHES_OF_A_MARK == 0) {
            target.mark();
          }
        }
      }
      target.mark();
      target.finish(new NoCargo());
    }
  }
}
