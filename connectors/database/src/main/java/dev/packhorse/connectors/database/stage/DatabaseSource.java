package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.rows.Books;
import dev.packhorse.connectors.database.snapshot.Databases;
import dev.packhorse.connectors.database.snapshot.Snapshot;
import dev.packhorse.connectors.database.snapshot.SnapshotLost;
import dev.packhorse.connectors.database.snapshot.SnapshotOptions;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.PartCount;
import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.connectors.spi.lines.ArchivedLines;
import dev.packhorse.formats.archive.ArchiveLimits;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A live database, which is staged before it is read. */
public final class DatabaseSource implements Source {
  private static final int ATTEMPTS = 3;

  private final String name;
  private final DatabaseAddress address;
  private final SourceOptions options;
  private final FileStore store;
  private final Stage stage;
  private final List<String> explanation;
  private final List<Problem> ofInstallation;
  private BulkArchive archive;
  private ArchivedLines lines;
  private StagedFiles files;
  private LinePlaces places;

  /**
   * @param name what the user calls it, without secrets
   * @param store null if there is none; closed with the source
   * @param explanation sentences on how address and store were found
   * @param ofInstallation what was odd about that
   */
  public DatabaseSource(
      String name,
      DatabaseAddress address,
      SourceOptions options,
      FileStore store,
      List<String> explanation,
      List<Problem> ofInstallation) {
    this(name, address, options, store, explanation, ofInstallation, Stage.PARTITION);
  }

  DatabaseSource(
      String name,
      DatabaseAddress address,
      SourceOptions options,
      FileStore store,
      List<String> explanation,
      List<Problem> ofInstallation,
      long partition) {
    this.explanation = explanation;
    this.ofInstallation = ofInstallation;
    this.name = name;
    this.address = address;
    this.options = options;
    this.store = store;
    this.stage = new Stage(options.scratch().resolve("stage"), options, store, partition);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String form() {
    return "database";
  }

  /** What is wanted of it: what it holds is another at every instant. */
  @Override
  public String fingerprint() {
    String parts =
        options.parts().stream().map(Part::word).sorted().collect(Collectors.joining(","));
    return address.canonical()
        + " "
        + parts
        + " "
        + (store == null ? "no files" : store.name())
        + " "
        + options.target().version();
  }

  @Override
  public void stage(Staging staging) throws IOException {
    if (archive != null) {
      return;
    }
    explanation.forEach(staging::note);
    if (stage.done()) {
      staging.note(
          "Going on with the snapshot of "
              + Instant.ofEpochMilli(Long.parseLong(stage.properties().getProperty("taken")))
              + ".");
    } else {
      if (Files.exists(stage.folder())) {
        staging.note("Reading the database was cut off; it is read anew, at a new instant.");
      }
      if (store != null) {
        store.check();
      }
      fill(staging);
    }
    open();
  }

  private void fill(Staging staging) throws IOException {
    SnapshotOptions reading =
        new SnapshotOptions(
            options.threads(), options.rowsPerSecond(), options.gentle(), options.password());
    for (int attempt = 1; ; attempt++) {
      try (Snapshot snapshot = Databases.open(address, reading)) {
        stage.fill(snapshot, staging);
        return;
      } catch (SnapshotLost e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        staging.note(
            e.problem().message()
                + " "
                + e.problem().hint()
                + " Reading begins anew, at a new instant.");
      }
    }
  }

  private void open() throws IOException {
    if (archive == null) {
      archive = BulkArchive.open(stage.lines(), ArchiveLimits.DEFAULT);
      lines = new ArchivedLines(archive, false);
      files = new StagedFiles(stage.folder(), store);
      places = new LinePlaces(stage.folder());
    }
  }

  @Override
  public List<Account> accounts() throws IOException {
    return Books.load(stage.properties());
  }

  @Override
  public List<Account> channelAccounts() throws IOException {
    return stage.channels();
  }

  @Override
  public List<PartCount> parts() throws IOException {
    return new PartCounts(options.parts(), accounts(), stage.problems()).all();
  }

  @Override
  public List<Problem> problems() {
    try {
      List<Problem> all = new ArrayList<>(ofInstallation);
      if (stage.done()) {
        all.addAll(stage.problems());
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size() {
    return archive == null ? -1 : archive.storedSize();
  }

  @Override
  public List<Range> ranges() throws IOException {
    return StagedLines.ranges(stage.folder());
  }

  @Override
  public RecordReader open(String from, String to) throws IOException {
    return lines.open(from, to);
  }

  @Override
  public Place locate(Place place) throws IOException {
    return places.locate(place);
  }

  @Override
  public FileLookup files() {
    return store == null ? FileLookup.NONE : files;
  }

  @Override
  public Iterable<SourceFile> outgoingFiles() {
    return store == null ? List.of() : files.outgoing();
  }

  @Override
  public Iterable<SourceFile> sidecar() throws IOException {
    List<SourceFile> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(stage.sidecar())) {
      for (Path file : all.sorted().toList()) {
        found.add(
            new SourceFile(
                "packhorse/" + file.getFileName(),
                Files.size(file),
                () -> Files.newInputStream(file)));
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      files.close();
      places.close();
      archive.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
