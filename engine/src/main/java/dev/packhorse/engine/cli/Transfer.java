package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.TargetOptions;
import dev.packhorse.engine.batch.DryTarget;
import dev.packhorse.engine.batch.Migration;
import dev.packhorse.engine.batch.MigrationLauncher;
import dev.packhorse.engine.batch.MigrationOutcome;
import dev.packhorse.engine.batch.RunFolder;
import dev.packhorse.engine.report.Reporter;
import dev.packhorse.engine.report.Summary;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.Kind;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.run.SurveyResult;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.formats.problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings a source into a target, as {@code export} and {@code migrate} do. */
final class Transfer {
  /** What decides about the bytes that are written; a run only goes on under the same. */
  private static final List<Setting<?>> DECISIVE =
      List.of(
          AllSettings.REPAIR,
          AllSettings.ON_PROBLEM,
          AllSettings.ATTACHMENTS,
          AllSettings.ESCAPING,
          AllSettings.COMPRESSION_LEVEL,
          AllSettings.TARGET_VERSION,
          AllSettings.MAX_POST_SIZE,
          AllSettings.MAX_USERS_PER_TEAM,
          AllSettings.MAX_CHANNELS_PER_TEAM,
          AllSettings.MAX_FILE_SIZE,
          AllSettings.MAX_IMAGE_PIXELS,
          AllSettings.PASSWORD_MINIMUM_LENGTH,
          AllSettings.PASSWORD_REQUIRES,
          AllSettings.EXISTING,
          AllSettings.REJECT_FILE,
          AllSettings.INCLUDE,
          AllSettings.EXCLUDE,
          AllSettings.FILES,
          AllSettings.FILES_ENDPOINT,
          AllSettings.FILES_REGION);

  private final Settings settings;
  private final Console console;
  private final String targetAddress;
  private final boolean repair;
  private final boolean show;

  /**
   * @param targetAddress may be null for a dry run
   * @param repair whether to mend what can be mended without loss
   */
  Transfer(Settings settings, Console console, String targetAddress, boolean repair) {
    this(settings, console, targetAddress, repair, false);
  }

  private Transfer(
      Settings settings, Console console, String targetAddress, boolean repair, boolean show) {
    this.settings = settings;
    this.console = console;
    this.targetAddress = targetAddress;
    this.repair = repair;
    this.show = show;
  }

  /**
   * The same in few words, of a source that will be gone, so that nothing can go on after a cut.
   */
  Transfer forShow() {
    return new Transfer(settings, console, targetAddress, repair, true);
  }

  /** Does it, and returns the exit code. */
  int run() throws IOException {
    refuseLive();
    OutputPaths.check(settings, targetAddress);
    long begun = System.nanoTime();
    boolean dryRun = settings.get(AllSettings.DRY_RUN);
    Connector connector = dryRun ? new DryTarget() : Session.connector(targetAddress);
    String target =
        targetAddress == null
            ? DryTarget.UNNAMED
            : Session.connector(targetAddress).canonical(targetAddress);
    try (ScratchFolder scratch = dryRun ? new ScratchFolder(settings) : null;
        RunFolder folder =
            RunFolder.lock(dryRun ? scratch.path() : StateFolder.of(settings, console), target);
        Session session = new Session(settings, console, show)) {
      Path stateFolder = dryRun ? scratch.path() : StateFolder.of(settings, console);
      boolean fresh = settings.get(AllSettings.FRESH);
      if (fresh && "-".equals(settings.get(AllSettings.SOURCE))) {
        folder.clear(); // else the copy of an earlier standard input would be read
      } else if (!fresh) {
        MigrationLauncher.tidy(stateFolder, folder, target);
      }
      Source source = session.source(folder.path());
      Reporter reporter = session.reporter();
      Migration migration = migration(session, folder, source, connector, target, reporter);
      boolean replace = settings.get(AllSettings.REPLACE);
      MigrationOutcome outcome =
          new MigrationLauncher(stateFolder, fresh, replace).run(migration, folder);
      String refusal = dryRun && targetAddress != null ? refusal(migration) : "";
      double seconds = (System.nanoTime() - begun) / 1e9;
      Summary summary = summary(outcome, migration, refusal, seconds);
      reporter.summary(summary);
      return summary.exitCode();
    }
  }

  /** What is no file has no folder to be looked for. */
  private void refuseLive() throws IOException {
    if (targetAddress == null || !Session.connector(targetAddress).live()) {
      return;
    }
    Optional<String> refusal = Session.connector(targetAddress).refusal(targetAddress, true);
    if (refusal.isPresent()) {
      throw new RunException(ExitCode.REFUSED, refusal.get(), "Write an archive.");
    }
  }

  private Migration migration(
      Session session,
      RunFolder folder,
      Source source,
      Connector connector,
      String target,
      Reporter reporter)
      throws IOException {
    Integer level = settings.get(AllSettings.COMPRESSION_LEVEL);
    boolean dryRun = settings.get(AllSettings.DRY_RUN);
    String sourceAddress = settings.get(AllSettings.SOURCE);
    return new Migration(
        source,
        Session.connector(sourceAddress).canonical(sourceAddress),
        source.fingerprint(),
        connector,
        target,
        new TargetOptions(
            settings.get(AllSettings.ESCAPING).equals("go"), level == null ? -1 : level),
        dryRun,
        !show && !dryRun,
        settings.get(AllSettings.ATTACHMENTS),
        Session.connector(sourceAddress).live(),
        settings.get(AllSettings.ON_PROBLEM).equals("stop"),
        dryRun ? null : rejectFile(settings, target),
        session.surveyOptions(folder.path(), repair),
        decisive(),
        reporter,
        session.progress(),
        reporter::note);
  }

  /** Where refused records go. */
  static Path rejectFile(Settings settings, String target) {
    Path set = settings.get(AllSettings.REJECT_FILE);
    // A directory's address may end in a slash; the file belongs beside it, not inside.
    return set != null
        ? set.toAbsolutePath()
        : Path.of(target.replaceFirst("/+$", "") + ".rejects.jsonl");
  }

  private Map<String, String> decisive() {
    Map<String, String> shown = new TreeMap<>(settings.shown());
    if (repair) {
      shown.put(AllSettings.REPAIR.name(), "true");
    }
    shown.keySet().retainAll(DECISIVE.stream().map(Setting::name).toList());
    // A job may go on from another folder.
    shown.computeIfPresent(
        AllSettings.REJECT_FILE.name(),
        (name, file) -> Path.of(file).toAbsolutePath().normalize().toString());
    shown.computeIfPresent(
        AllSettings.EXISTING.name(),
        (name, files) ->
            settings.get(AllSettings.EXISTING).stream()
                .map(address -> Session.connector(address).canonical(address))
                .collect(Collectors.joining(",")));
    return shown;
  }

  /** A sentence on why the run itself would not begin; empty if it would. */
  private String refusal(Migration migration) throws IOException {
    return new MigrationLauncher(
            StateFolder.of(settings, console),
            settings.get(AllSettings.FRESH),
            settings.get(AllSettings.REPLACE))
        .refusal(migration, Session.connector(targetAddress))
        .map(why -> " Without --dry-run this would be refused: " + why)
        .orElse("");
  }

  private Summary summary(
      MigrationOutcome outcome, Migration migration, String refusal, double seconds)
      throws IOException {
    SurveyResult survey = outcome.survey();
    long refused = survey.balance().total(Kind.RECORDS, BalanceSheet.Column.REFUSED);
    boolean losses = refused > 0 || !outcome.lost().isEmpty() || survey.count(Severity.ERROR) > 0;
    int exitCode =
        !outcome.finished() ? ExitCode.INVALID : losses ? ExitCode.LOSSES : ExitCode.DONE;
    Map<String, Long> byCode = new TreeMap<>(survey.byCode());
    outcome.late().forEach((code, count) -> byCode.merge(code, count, Long::sum));
    long late = outcome.late().values().stream().mapToLong(Long::longValue).sum();
    Path rejects = migration.rejectFile();
    return new Summary(
        Verdict.ofMigration(outcome, migration, refused) + refusal,
        outcome.finished(),
        survey.balance(),
        byCode,
        survey.count(Severity.ERROR),
        survey.count(Severity.WARNING) + late,
        survey.count(Severity.INFO),
        outcome.lost(),
        outcome.accounts(),
        settings.get(AllSettings.PER_CHANNEL) ? outcome.channels() : List.of(),
        migration.dryRun() ? outcome.parts() : List.of(),
        rejects != null && refused > 0 ? rejects.toString() : null,
        migration.dryRun() ? null : migration.targetAddress(),
        seconds,
        survey.bytes(),
        outcome.size(),
        exitCode);
  }
}
