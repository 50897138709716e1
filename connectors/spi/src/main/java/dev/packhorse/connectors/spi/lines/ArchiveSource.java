package dev.packhorse.connectors.spi.lines;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.formats.archive.ArchiveFiles;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** An opened archive, be it the user's or one that a connector brought here. Closed with it. */
public final class ArchiveSource implements Source {
  private static final String FOLDER = "data/";

  private final String address;
  private final BulkArchive archive;
  private final FileLookup files;
  private final ArchivedLines lines;

  public ArchiveSource(String address, BulkArchive archive, boolean textAfterRecord) {
    this.address = address;
    this.archive = archive;
    this.files = FileLookup.of(archive.files());
    this.lines = new ArchivedLines(archive, textAfterRecord);
  }

  @Override
  public String name() {
    return address;
  }

  @Override
  public String form() {
    return archive.form().word();
  }

  @Override
  public String fingerprint() throws IOException {
    return archive.fingerprint();
  }

  @Override
  public List<Problem> problems() {
    return archive.problems();
  }

  @Override
  public long size() {
    return archive.storedSize();
  }

  @Override
  public List<Range> ranges() throws IOException {
    return lines.ranges();
  }

  @Override
  public RecordReader open(String from, String to) throws IOException {
    return lines.open(from, to);
  }

  @Override
  public FileLookup files() {
    return files;
  }

  /**
   * What lies below {@code data/} as it is, and other files where a server of today looks for the
   * paths that name them: {@code attachments/x} of an archive for server 5.37 goes to {@code
   * data/attachments/x}. Files that can't be read have been reported at opening.
   */
  @Override
  public Iterable<SourceFile> outgoingFiles() {
    ArchiveFiles all = archive.files();
    return files(id -> !all.sidecar(id), id -> pathOf(all, id));
  }

  /** What lies below {@code packhorse/} stays there, whatever it is. */
  @Override
  public Iterable<SourceFile> sidecar() {
    ArchiveFiles all = archive.files();
    return files(all::sidecar, all::name);
  }

  private Iterable<SourceFile> files(IntPredicate wanted, IntFunction<String> path) {
    ArchiveFiles all = archive.files();
    return () ->
        IntStream.range(0, all.total())
            .filter(wanted)
            .filter(id -> all.defect(id).isEmpty() && !all.negligible(id))
            .mapToObj(id -> new SourceFile(path.apply(id), all.size(id), () -> all.open(id)))
            .iterator();
  }

  /** As records name it: what follows data/, which may lie in a folder at the top. */
  private static String pathOf(ArchiveFiles all, int id) {
    String name = all.name(id);
    return id < all.count() ? name.substring(name.indexOf(FOLDER) + FOLDER.length()) : name;
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
