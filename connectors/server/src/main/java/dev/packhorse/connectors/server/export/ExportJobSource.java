package dev.packhorse.connectors.server.export;

import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.job.ServerJob;
import dev.packhorse.connectors.server.login.Session;
import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.connectors.spi.lines.ArchiveSource;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A server, by the archive that its export job writes. */
public final class ExportJobSource implements Source {
  private static final String SKIPPED = "skipped_direct_channels";
  private static final String WARNINGS = "num_warnings";

  private final String address;
  private final SourceOptions options;
  private final Clock clock;
  private JobNotes notes;
  private ArchiveSource held;

  /**
   * @param address canonical
   */
  public ExportJobSource(String address, SourceOptions options, Clock clock) {
    this.address = address;
    this.options = options;
    this.clock = clock;
  }

  @Override
  public void stage(Staging staging) throws IOException {
    if (held != null) {
      return;
    }
    Path folder = Files.createDirectories(options.scratch().resolve("server"));
    Path archive = folder.resolve("export.zip");
    notes = new JobNotes(folder.resolve("job.properties"));
    if (notes.get(JobNotes.DONE) == null) {
      try (Session session = Session.open(address, options.access().until(staging::stopped))) {
        Pause pause = Pause.until(staging::stopped);
        ServerJob job =
            new ExportJob(session.client(), pause, clock, staging, notes)
                .run(options.parts(), archive);
        notes.put(SKIPPED, job.data().getOrDefault(SKIPPED, ""));
        notes.put(WARNINGS, job.data().getOrDefault(WARNINGS, "0"));
        notes.put(JobNotes.DONE, "true");
      }
    }
    BulkArchive opened = BulkArchive.open(archive, ArchiveLimits.DEFAULT);
    held = new ArchiveSource(address, opened, options.textAfterRecord());
  }

  @Override
  public String name() {
    return address;
  }

  @Override
  public String form() {
    return "server's export";
  }

  /** What is wanted of it: what it holds is another at every instant. */
  @Override
  public String fingerprint() {
    return address
        + " "
        + options.parts().stream()
            .map(part -> part.word())
            .sorted()
            .collect(Collectors.joining(","));
  }

  @Override
  public List<Problem> problems() {
    if (held == null) {
      return List.of();
    }
    List<Problem> all = new ArrayList<>();
    String skipped = notes.get(SKIPPED).replaceFirst("^,", "");
    if (!skipped.isEmpty()) {
      int count = skipped.split(",").length;
      all.add(ExportProblem.CHANNELS_SKIPPED.at(address, count, skipped.replace(",", ", ")));
    }
    String warnings = notes.get(WARNINGS);
    if (!warnings.equals("0")) {
      all.add(ExportProblem.WARNINGS.at(address, warnings));
    }
    all.addAll(held.problems());
    return all;
  }

  @Override
  public long size() {
    return held == null ? -1 : held.size();
  }

  @Override
  public List<Range> ranges() throws IOException {
    return held.ranges();
  }

  @Override
  public RecordReader open(String from, String to) throws IOException {
    return held.open(from, to);
  }

  @Override
  public FileLookup files() {
    return held.files();
  }

  @Override
  public Iterable<SourceFile> outgoingFiles() {
    return held.outgoingFiles();
  }

  @Override
  public void close() throws IOException {
    if (held != null) {
      held.close();
    }
  }
}
