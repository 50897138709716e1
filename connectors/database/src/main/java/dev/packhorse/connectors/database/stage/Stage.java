package dev.packhorse.connectors.database.stage;

import dev.packhorse.connectors.database.rows.Assembly;
import dev.packhorse.connectors.database.rows.Books;
import dev.packhorse.connectors.database.rows.DataProblem;
import dev.packhorse.connectors.database.rows.Notes;
import dev.packhorse.connectors.database.rows.Sidecar;
import dev.packhorse.connectors.database.rows.SidecarTables;
import dev.packhorse.connectors.database.snapshot.Catalogue;
import dev.packhorse.connectors.database.snapshot.DatabaseProblem;
import dev.packhorse.connectors.database.snapshot.Query;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.connectors.database.snapshot.RowSink;
import dev.packhorse.connectors.database.snapshot.Scan;
import dev.packhorse.connectors.database.snapshot.Snapshot;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.InterruptedStaging;
import dev.packhorse.connectors.spi.Part;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Staging;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A snapshot on disk, in a folder of its own: lines, the list of files, the sidecar, books and
 * problems. It is there whole, with {@code stage.properties} written last, or not at all.
 */
final class Stage {
  private static final String DONE = "stage.properties";
  private static final String CHANNELS = "channels.properties";

  /** What fits in memory a few times over, once for each thread. */
  static final long PARTITION = 6L << 20;

  private static final int FEWEST = 4;
  private static final int MOST = 1024;

  private final Path folder;
  private final SourceOptions options;
  private final FileStore store;
  private final long partition;

  /**
   * @param store null if there is none
   * @param partition bytes of rows that are put together in memory at once
   */
  Stage(Path folder, SourceOptions options, FileStore store, long partition) {
    this.partition = partition;
    this.folder = folder;
    this.options = options;
    this.store = store;
  }

  boolean done() {
    return Files.exists(folder.resolve(DONE));
  }

  Path lines() {
    return folder.resolve(StagedLines.LINES);
  }

  Path folder() {
    return folder;
  }

  Path sidecar() {
    return folder.resolve("sidecar");
  }

  /** Reads a snapshot; what an earlier, cut-off call left is removed. */
  void fill(Snapshot snapshot, Staging staging) throws IOException {
    clear();
    checkRoom(snapshot);
    Path work = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(sidecar());
    try (Assembly assembly =
        new Assembly(
            work,
            options.parts(),
            options.target(),
            store,
            partitions(snapshot, "Posts", "Reactions", "FileInfo", "ThreadMemberships"),
            partitions(snapshot, "Users", "ChannelMembers", "TeamMembers", "Preferences"))) {
      read(snapshot, assembly, staging);
      snapshot.close();
      staging.phase("assembling records", -1);
      assembly.assemble(options.threads(), staging::stopped);
      stop(staging);
      write(assembly);
      assembly.sidecar().writeTo(sidecar());
      List<Problem> problems = new ArrayList<>(snapshot.problems());
      problems.addAll(unknown(snapshot));
      problems.addAll(assembly.notes().problems());
      Notes.save(problems, folder.resolve("problems"));
      finish(snapshot, assembly.books());
    }
    Files.delete(work);
  }

  /**
   * While records are put in order, rows and records are both on disk: about twice the tables.
   *
   * @throws FileSystemException as if the disk were full already
   */
  private void checkRoom(Snapshot snapshot) throws IOException {
    long needed = 0;
    for (String table : snapshot.catalogue().tables()) {
      boolean whole =
          SidecarTables.inRecords(table)
              || SidecarTables.part(table).map(options.parts()::contains).orElse(false);
      needed += whole ? 2 * snapshot.estimatedBytes(table) : 0;
    }
    long room = Files.getFileStore(folder).getUsableSpace();
    if (needed > room) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "No space left on device: staging takes about %,d bytes, and there are %,d"
              .formatted(needed, room));
    }
  }

  /** What this database has and no server that we know: told once, so that nobody wonders. */
  private static List<Problem> unknown(Snapshot snapshot) {
    KnownSchema known = new KnownSchema();
    List<Problem> problems = new ArrayList<>();
    List<String> tables = known.unknownTables(snapshot.catalogue());
    if (!tables.isEmpty()) {
      problems.add(
          Problem.of(
              DataProblem.TABLES_UNKNOWN,
              Place.file(snapshot.server()),
              tables.size(),
              String.join(", ", tables)));
    }
    List<String> columns = known.unknownColumns(snapshot.catalogue());
    if (!columns.isEmpty()) {
      problems.add(
          Problem.of(
              DataProblem.COLUMNS_UNKNOWN,
              Place.file(snapshot.server()),
              columns.size(),
              String.join(", ", columns)));
    }
    return problems;
  }

  private int partitions(Snapshot snapshot, String... tables) {
    long bytes = 0;
    for (String table : tables) {
      bytes += snapshot.estimatedBytes(table);
    }
    return (int) Math.max(FEWEST, Math.min(MOST, bytes / partition + 1));
  }

  private void read(Snapshot snapshot, Assembly assembly, Staging staging) throws IOException {
    Watch watch = new Watch(staging);
    staging.phase("reading the database", rows(snapshot));
    snapshot.read(assembly.definitions(), watch);
    snapshot.read(assembly.members(), watch);
    List<Scan> rest = new ArrayList<>(assembly.contents());
    rest.addAll(sidecar(snapshot.catalogue(), assembly));
    snapshot.read(rest, watch);
  }

  private static long rows(Snapshot snapshot) {
    return snapshot.catalogue().tables().stream()
        .filter(SidecarTables::inRecords)
        .mapToLong(snapshot::estimatedRows)
        .sum();
  }

  /** Tables that go into the sidecar, or are counted because they don't. */
  private List<Scan> sidecar(Catalogue catalogue, Assembly assembly) {
    List<Scan> scans = new ArrayList<>();
    for (Part part : Part.values()) {
      for (String table : SidecarTables.of(part)) {
        List<String> columns =
            catalogue.columns(table).stream().map(Catalogue.Column::name).toList();
        boolean wanted = options.parts().contains(part);
        if (columns.isEmpty()) {
          if (wanted && !catalogue.whole()) {
            assembly.notes().add(DataProblem.TABLE_NOT_SEEN, table, "all rows", "", part.word());
          }
          continue;
        }
        if (!wanted && !catalogue.readable(table)) {
          assembly.notes().add(DataProblem.TABLE_NOT_COUNTED, table, "all rows", "", part.word());
          continue;
        }
        Books.Table book = assembly.books().table(table);
        if (wanted) {
          Query query = Query.wholeTable(table, catalogue);
          scans.add(new Scan(query, () -> new ToSidecar(assembly.sidecar(), part, query, book)));
        } else {
          Query query = Query.wholeTable(table, columns.subList(0, 1));
          String reason = "not wanted (--include " + part.word() + ")";
          scans.add(
              new Scan(
                  query,
                  () ->
                      row -> {
                        book.read();
                        book.left(reason);
                      }));
        }
      }
    }
    return scans;
  }

  private static final class ToSidecar implements RowSink {
    private final Sidecar.Page page;
    private final Part part;
    private final Books.Table book;

    ToSidecar(Sidecar sidecar, Part part, Query query, Books.Table book) {
      this.part = part;
      this.book = book;
      try {
        page = sidecar.page(query.table().toLowerCase(Locale.ROOT), query);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void row(Row row) throws IOException {
      book.read();
      page.add(row);
      book.written("sidecar: " + part.word());
    }

    @Override
    public void end() throws IOException {
      page.close();
    }
  }

  /** Adds up what many threads report, and passes it on from whichever comes by. */
  private static final class Watch implements Snapshot.ReadWatch {
    private final Staging staging;
    private final AtomicLong rows = new AtomicLong();

    Watch(Staging staging) {
      this.staging = staging;
    }

    @Override
    public void rows(long more) {
      long now = rows.addAndGet(more);
      synchronized (staging) {
        staging.update(now);
      }
    }

    @Override
    public boolean stopped() {
      return staging.stopped();
    }
  }

  private static void stop(Staging staging) throws InterruptedStaging {
    if (staging.stopped()) {
      throw new InterruptedStaging();
    }
  }

  private void write(Assembly assembly) throws IOException {
    try (StagedLines lines = new StagedLines(folder)) {
      lines.version();
      assembly.lines(lines);
      lines.finish();
    }
    try (StagedFiles.Writer files = new StagedFiles.Writer(folder)) {
      assembly.files(files::add);
    }
  }

  private void finish(Snapshot snapshot, Books books) throws IOException {
    Properties channels = new Properties();
    Books.save(books.channels(), channels);
    try (Writer out = Files.newBufferedWriter(folder.resolve(CHANNELS))) {
      channels.store(out, null);
    }
    Properties properties = new Properties();
    Books.save(books.accounts(), properties);
    properties.setProperty("taken", Long.toString(snapshot.takenAt()));
    properties.setProperty("server", snapshot.server());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sync(file);
      }
    }
    Path partial = folder.resolve(DONE + ".partial");
    try (Writer out = Files.newBufferedWriter(partial)) {
      properties.store(out, null);
    }
    sync(partial);
    Files.move(partial, folder.resolve(DONE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Books, instant and server of a stage that is done. */
  Properties properties() throws IOException {
    return load(DONE);
  }

  /** Books of posts by channel. */
  List<Account> channels() throws IOException {
    return Books.load(load(CHANNELS));
  }

  private Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(name))) {
      properties.load(in);
    }
    return properties;
  }

  List<Problem> problems() throws IOException {
    List<ProblemCode> codes = new ArrayList<>(List.of(DatabaseProblem.values()));
    codes.addAll(List.of(DataProblem.values()));
    return Notes.load(folder.resolve("problems"), codes);
  }

  void clear() throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(folder)).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
