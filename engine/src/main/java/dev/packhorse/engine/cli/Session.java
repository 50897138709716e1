package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Connectors;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.engine.report.JsonReporter;
import dev.packhorse.engine.report.ProgressLine;
import dev.packhorse.engine.report.ProgressRecords;
import dev.packhorse.engine.report.ReportFile;
import dev.packhorse.engine.report.Reporter;
import dev.packhorse.engine.report.Reporters;
import dev.packhorse.engine.report.TextReporter;
import dev.packhorse.engine.run.Existing;
import dev.packhorse.engine.run.ExitCode;
import dev.packhorse.engine.run.Progress;
import dev.packhorse.engine.run.RunException;
import dev.packhorse.engine.run.SurveyOptions;
import dev.packhorse.engine.settings.AllSettings;
import dev.packhorse.engine.settings.Setting;
import dev.packhorse.engine.settings.Settings;
import dev.packhorse.engine.settings.SettingsException;
import dev.packhorse.formats.problem.Severity;
import dev.packhorse.formats.schema.TargetProfile;
import dev.packhorse.formats.schema.TargetVersion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the settings of a command amount to: whom to tell, how to read, what to check against. */
final class Session implements Closeable {
  private static final TargetVersion ONE_VALUE_PER_LINE = new TargetVersion(6, 0);

  private final Settings settings;
  private final Console console;
  private final boolean brief;
  private final Progress progress;

  /** The same if it is drawn on a terminal, else null. */
  private final ProgressLine line;

  private final List<Closeable> opened = new ArrayList<>();

  Session(Settings settings, Console console) {
    this(settings, console, false);
  }

  /**
   * @param brief whether people are spared tables that say what others say already
   */
  Session(Settings settings, Console console, boolean brief) {
    this.settings = settings;
    this.console = console;
    this.brief = brief;
    String wish = settings.get(AllSettings.PROGRESS);
    boolean json = settings.get(AllSettings.JSON);
    boolean shown = wish.equals("always") || wish.equals("auto") && console.terminal();
    this.line = shown && !json ? new ProgressLine(console.err()) : null;
    this.progress =
        json && wish.equals("always")
            ? new ProgressRecords(console.out())
            : line == null ? Progress.NONE : line;
  }

  Progress progress() {
    return progress;
  }

  /** Whom to tell: people or programs on standard output, and the report file. */
  Reporter reporter() throws IOException {
    Integer most = settings.get(AllSettings.MAX_PROBLEMS);
    Reporter main =
        settings.get(AllSettings.JSON)
            ? new JsonReporter(console.out(), most == null ? -1 : most)
            : new TextReporter(
                console.out(),
                most == null ? TextReporter.LISTED : most,
                mildest(),
                brief,
                this::clearProgress);
    Path report = settings.get(AllSettings.REPORT);
    if (report == null) {
      return main;
    }
    ReportFile file = new ReportFile(report);
    opened.add(file);
    return new Reporters(List.of(main, file));
  }

  private Severity mildest() {
    if (settings.get(AllSettings.QUIET)) {
      return Severity.ERROR;
    }
    return settings.get(AllSettings.VERBOSE) ? Severity.INFO : Severity.WARNING;
  }

  /** Opens the source; it is closed with the session. */
  Source source(Path scratch) throws IOException {
    return source(required(), scratch);
  }

  private String required() {
    String address = settings.get(AllSettings.SOURCE);
    if (address == null) {
      throw new SettingsException("SOURCE is missing: the file or archive to read.");
    }
    return address;
  }

  private Source source(String address, Path scratch) throws IOException {
    Source source = connector(address).source(address, options(scratch));
    opened.add(source);
    return source;
  }

  private SourceOptions options(Path scratch) {
    boolean textAfterRecord =
        settings.get(AllSettings.TARGET_VERSION).compareTo(ONE_VALUE_PER_LINE) < 0;
    return new SourceOptions(
        scratch,
        textAfterRecord,
        target(),
        parts(),
        files(),
        new Passwords(settings.get(AllSettings.PASSWORD_FILE), console),
        settings.get(AllSettings.THREADS),
        settings.get(AllSettings.LIMIT_ROWS_PER_SECOND),
        settings.get(AllSettings.NICE),
        ServerAccess.of(settings, console));
  }

  private FileStoreAddress files() {
    String store = settings.get(AllSettings.FILES);
    Map<String, String> options = new HashMap<>();
    option("endpoint", AllSettings.FILES_ENDPOINT, options);
    option("region", AllSettings.FILES_REGION, options);
    boolean bucket = store != null && store.startsWith("s3://");
    if (!options.isEmpty()
        && !bucket
        && (typed(AllSettings.FILES_ENDPOINT) || typed(AllSettings.FILES_REGION))) {
      throw new SettingsException(
          "--files-endpoint and --files-region say where a bucket is; name it with --files"
              + " s3://bucket/prefix.");
    }
    return store == null ? null : new FileStoreAddress(store, bucket ? options : Map.of());
  }

  /** Variables and settings files are for many commands, some of which have no use for them. */
  private boolean typed(Setting<?> setting) {
    return settings.origin(setting).equals(setting.flag());
  }

  private void option(String name, Setting<String> setting, Map<String, String> options) {
    String value = settings.get(setting);
    if (value != null) {
      options.put(name, value);
    }
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.copyOf(Part.USUAL);
    parts.addAll(settings.get(AllSettings.INCLUDE));
    parts.removeAll(settings.get(AllSettings.EXCLUDE));
    return parts;
  }

  static Connector connector(String address) {
    return Connectors.find(address)
        .orElseThrow(
            () ->
                new RunException(
                    ExitCode.USAGE,
                    "There is nothing that reads or writes \"" + address + "\".",
                    "Name a .jsonl, .jsonl.gz, .jsonl.zst or .zip file, or a directory."));
  }

  SurveyOptions surveyOptions(Path scratch, boolean repair) throws IOException {
    List<Source> existing = new ArrayList<>();
    for (String address : settings.get(AllSettings.EXISTING)) {
      existing.add(source(address, scratch));
    }
    return new SurveyOptions(
        target(), new Existing(existing), repair, settings.get(AllSettings.THREADS));
  }

  private TargetProfile target() {
    List<String> password = settings.get(AllSettings.PASSWORD_REQUIRES);
    String source = settings.get(AllSettings.SOURCE);
    boolean live = source != null && connector(source).live();
    return TargetProfile.builder()
        .version(settings.get(AllSettings.TARGET_VERSION))
        .maxPostSize(settings.get(AllSettings.MAX_POST_SIZE))
        .maxUsersPerTeam(limit(AllSettings.MAX_USERS_PER_TEAM, live))
        .maxChannelsPerTeam(limit(AllSettings.MAX_CHANNELS_PER_TEAM, live))
        .maxFileSize(settings.get(AllSettings.MAX_FILE_SIZE))
        .maxImagePixels(settings.get(AllSettings.MAX_IMAGE_PIXELS))
        .passwordMinimumLength(settings.get(AllSettings.PASSWORD_MINIMUM_LENGTH))
        .passwordNeeds(
            password.contains("lowercase"),
            password.contains("uppercase"),
            password.contains("number"),
            password.contains("symbol"))
        .build();
  }

  /** What a server at work holds is more than another's default in most cases. */
  private int limit(Setting<Integer> setting, boolean live) {
    return live && !settings.given(setting) ? Integer.MAX_VALUE : settings.get(setting);
  }

  /** Takes the progress line off the terminal. */
  void clearProgress() {
    if (line != null) {
      line.clear();
    }
  }

  @Override
  public void close() throws IOException {
    clearProgress();
    for (Closeable each : opened) {
      each.close();
    }
  }
}
