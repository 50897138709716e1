package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.ProblemJournal;
import dev.packhorse.engine.run.RejectFile;
import dev.packhorse.engine.run.SegmentPlan;
import dev.packhorse.engine.run.Survey;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.engine.run.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    Path rejectFile = migration.rejectFile();
    try (Verdicts verdicts = Verdicts.create(folder.verdicts());
        ProblemJournal journal = new ProblemJournal(folder.problems(), migration.problems());
        RejectFile rejects = rejectFile == null ? null : new RejectFile(rejectFile)) {
      Survey survey =
          new Survey(migration.source(), migration.survey(), journal, migration.progress());
      survey.deciding(verdicts).rejecting(rejects);
      SurveyResult result = survey.run(plan, scratch, stop::asked);
      verdicts.force();
      if (rejects != null) {
        Optional<Path> kept = rejects.finish();
        kept.ifPresent(
            path -> migration.notes().accept("The reject file that was there is kept as " + path));
      }
      result.save(folder.survey());
    }
  }
}
