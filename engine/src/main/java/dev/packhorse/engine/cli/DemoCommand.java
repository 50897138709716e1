package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Demonstration;
import dev.packhorse.engine.report.Amounts;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.CommandSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code packhorse demo}: the ordinary commands, each shown and run, on a server of their own. */
final class DemoCommand implements Command {
  private static final String ARCHIVE = "packhorse-demo.zip";

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "Export a made-up server, to see how it goes.";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Starts a PostgreSQL of its own, fills it with a made-up Mattermost server, exports that,",
        "checks the archive, and shows what is in it. Needs nothing, and leaves nothing behind but",
        "the archive: " + ARCHIVE + " in this folder, or what --output names.");
  }

  @Override
  public List<Setting<?>> settings() {
    return CommandSettings.DEMO;
  }

  @Override
  public List<String> exitCodes() {
    return List.of(
        "0   done, nothing refused or lost",
        "2   usage or settings",
        "5   the database does not start",
        "7   there is an archive already, or no database for this machine",
        "14  no space left",
        "130, 143  interrupted");
  }

  @Override
  public int run(Settings settings, Console console) throws IOException {
    String given = settings.get(AllSettings.OUTPUT);
    String archive = given == null ? ARCHIVE : given;
    Connector connector = Session.connector(archive);
    Demonstration demonstration =
        Demonstration.find()
            .orElseThrow(() -> refused("This Packhorse was put together without the demo."));
    Optional<String> refusal = demonstration.refusal();
    if (refusal.isPresent()) {
      throw refused(refusal.get());
    }
    Optional<String> taken = connector.refusal(archive, settings.get(AllSettings.REPLACE));
    if (taken.isPresent()) {
      throw new RunException(
          ExitCode.REFUSED, taken.get(), "Or let the demo write another one: -o ARCHIVE.");
    }
    console.out().println("Starting a PostgreSQL and filling it with a made-up Mattermost …");
    console.flush();
    long begun = System.nanoTime();
    int exitCode;
    try (Demonstration.Server server = demonstration.start(settings.get(AllSettings.POSTS))) {
      String took = Amounts.seconds((System.nanoTime() - begun) / 1e9);
      console.out().println("It has " + server.contents() + ". (" + took + ")");
      exitCode = new DemoRun(settings, console, server, connector, archive).run();
    }
    if (exitCode == ExitCode.DONE) {
      farewell(archive, console.out());
    }
    return exitCode;
  }

  private static void farewell(String archive, PrintWriter out) {
    out.println();
    out.println("The archive is " + Path.of(archive).toAbsolutePath().normalize() + ",");
    out.println("and the PostgreSQL is gone. For a server of yours the command is");
    out.println();
    out.println("  packhorse export mattermost:/opt/mattermost -o backup.zip");
  }

  private static RunException refused(String sentence) {
    return new RunException(ExitCode.REFUSED, sentence, "");
  }
}
