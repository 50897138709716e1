package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Source;
import dev.packhorse.engine.report.InspectionReport;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.Inspection;
import dev.packhorse.engine.run.WatchedStaging;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.util.List;

/** {@code packhorse inspect}. */
final class InspectCommand implements Command {
  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "Show what is in a file or archive: counts, time span, largest threads and files.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.INSPECT;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   shown",
        "2   usage or settings",
        "5   it can't be reached",
        "6   it may not be read by this user",
        "13  it is damaged");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    try (ScratchFolder scratch = new ScratchFolder(settings);
        Session session = new Session(settings, console)) {
      Source source = session.source(scratch.path());
      source.stage(new WatchedStaging(session.progress(), () -> false, console.err()::println));
      session.progress().phase("reading", source.size());
      Inspection found =
          Inspection.of(source, settings.get(AllSettings.THREADS), session.progress());
      session.clearProgress();
      if (settings.get(AllSettings.JSON)) {
        InspectionReport.json(found, source, console.out());
      } else {
        InspectionReport.text(found, source, console.out());
      }
      return ExitCode.DONE;
    }
  }
}
