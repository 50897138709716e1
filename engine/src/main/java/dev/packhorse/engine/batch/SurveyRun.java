package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.RejectFile;
import dev.packhorse.engine.run.SegmentPlan;
import dev.packhorse.engine.run.Survey;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.engine.run.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The survey of a migration: its verdicts, result and reject file are what later steps go by. */
final class SurveyRun {
  private final Migration migration;
  private final RunFolder folder;
  private final StopSignal stop;

  SurveyRun(Migration migration, RunFolder folder, StopSignal stop) {
    this.migration = migration;
    this.folder = folder;
    this.stop = stop;
  }

  void run(SegmentPlan plan) throws IOException {
    migration.progress().phase("checking", migration.source().size());
    Path scratch = Files.createDirectories(folder.path().resolve("scratch"));
    Survey survey =
        new Survey(
            migration.source(), migration.survey(), migration.problems(), migration.progress());
    Path rejectFile = migration.rejectFile();
    try (Verdicts verdicts = Verdicts.create(folder.verdicts());
        RejectFile rejects = rejectFile == null ? null : new RejectFile(rejectFile)) {
      survey.deciding(verdicts).rejecting(rejects);
      SurveyResult result = survey.run(plan, scratch, stop::asked);
      verdicts.force();
      result.save(folder.survey());
    }
  }
}
