package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Demonstration;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.engine.report.InspectionReport;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.Inspection;
import dev.packhorse.engine.run.Progress;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsFile;
import dev.packhorse.engine.settings.SettingsResolver;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands of the demo, as they would be typed. */
final class DemoRun {
  /** A server has those it was made with, and the next one, too. */
  private static final String ROLES = Part.ROLES.word();

  private final Settings settings;
  private final Console console;
  private final Demonstration.Server server;
  private final Connector connector;
  private final String archive;

  DemoRun(
      Settings settings,
      Console console,
      Demonstration.Server server,
      Connector connector,
      String archive) {
    this.settings = settings;
    this.console = console;
    this.server = server;
    this.connector = connector;
    this.archive = archive;
  }

  /** Runs them up to the first that does not end well; returns its exit code. */
  int run() throws IOException {
    int exitCode = export();
    if (exitCode == ExitCode.DONE) {
      exitCode = validate();
    }
    if (exitCode == ExitCode.DONE) {
      inspect();
    }
    return exitCode;
  }

  private void show(String... lines) {
    console.out().println();
    console.out().println("$ packhorse " + String.join(System.lineSeparator() + "    ", lines));
    console.flush();
  }

  private int export() throws IOException {
    show(
        "export " + server.address() + " \\",
        "--password-file " + server.password() + " \\",
        "--files " + server.files() + " \\",
        "--exclude " + ROLES + " -o " + archive);
    Settings export =
        same(
            "export",
            CommandSettings.EXPORT,
            Map.of(
                AllSettings.SOURCE, server.address(),
                AllSettings.PASSWORD_FILE, server.password(),
                AllSettings.FILES, server.files(),
                AllSettings.EXCLUDE, ROLES,
                AllSettings.OUTPUT, archive,
                AllSettings.STATE_DIR, server.scratch().resolve("state"),
                AllSettings.REPLACE, settings.get(AllSettings.REPLACE)));
    try (CleaningUp cleaning = new CleaningUp(() -> connector.discard(archive))) {
      int exitCode = new Transfer(export, console, archive, true).forShow().run();
      cleaning.unneeded();
      return exitCode;
    }
  }

  private int validate() throws IOException {
    show("validate " + archive);
    Settings validate =
        same("validate", CommandSettings.VALIDATE, Map.of(AllSettings.SOURCE, archive));
    return ValidateCommand.run(validate, console, server.scratch(), true);
  }

  private void inspect() throws IOException {
    show("inspect " + archive);
    try (Source source = connector.source(archive, SourceOptions.plain(server.scratch(), false))) {
      Inspection found = Inspection.of(source, settings.get(AllSettings.THREADS), Progress.NONE);
      InspectionReport.brief(found, source, console.out());
      console.out().println("…");
    }
  }

  private Settings same(String command, List<Setting<?>> wanted, Map<Setting<?>, Object> flags) {
    Map<String, String> all = new HashMap<>();
    flags.forEach((setting, value) -> all.put(setting.name(), value.toString()));
    for (Setting<?> own : List.of(AllSettings.VERBOSE, AllSettings.PROGRESS, AllSettings.THREADS)) {
      all.put(own.name(), settings.show(own));
    }
    return new SettingsResolver(command, wanted).resolve(all, Map.of(), SettingsFile.NONE);
  }
}
