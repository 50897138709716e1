package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Source;
import dev.packhorse.engine.report.Reporter;
import dev.packhorse.engine.report.Summary;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.SegmentPlan;
import dev.packhorse.engine.run.Survey;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.engine.run.WatchedStaging;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code packhorse validate}: a survey and nothing else. */
final class ValidateCommand implements Command {
  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String summary() {
    return "Check everything, change nothing.";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Reads a bulk file or archive once and reports everything a Mattermost server would refuse,",
        "skip or change, with line, place and a way out. Changes nothing.");
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.VALIDATE;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   nothing of severity error was found",
        "2   usage or settings",
        "4   the data is invalid",
        "5   the source can't be reached",
        "6   the source may not be read by this user",
        "13  the source is damaged");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    OutputPaths.check(settings, null);
    try (ScratchFolder scratch = new ScratchFolder(settings)) {
      return run(settings, console, scratch.path(), false);
    }
  }

  /**
   * @param scratch folder for what does not fit in memory
   * @param brief whether people are spared the tables
   */
  static int run(Settings settings, Console console, Path scratch, boolean brief)
      throws IOException {
    long begun = System.nanoTime();
    try (Session session = new Session(settings, console, brief)) {
      Source source = session.source(scratch);
      Reporter reporter = session.reporter();
      source.stage(new WatchedStaging(session.progress(), () -> false, reporter::note));
      session.progress().phase("checking", source.size());
      Survey survey =
          new Survey(source, session.surveyOptions(scratch, false), reporter, session.progress());
      SurveyResult result = survey.run(SegmentPlan.everything(), scratch, () -> false);
      int exitCode = exitCode(result);
      reporter.summary(summary(result, exitCode, (System.nanoTime() - begun) / 1e9));
      return exitCode;
    }
  }

  private static int exitCode(SurveyResult result) {
    if (result.damaged()) {
      return ExitCode.DAMAGED;
    }
    return result.count(Severity.ERROR) > 0 ? ExitCode.INVALID : ExitCode.DONE;
  }

  private static Summary summary(SurveyResult result, int exitCode, double seconds) {
    return new Summary(
        Verdict.ofValidation(result),
        false,
        result.balance(),
        result.byCode(),
        result.count(Severity.ERROR),
        result.count(Severity.WARNING),
        result.count(Severity.INFO),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        seconds,
        result.bytes(),
        0,
        exitCode);
  }
}
