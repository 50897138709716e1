package dev.packhorse.engine.batch;

import dev.packhorse.connectors.spi.Cargo;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceFile;
import dev.packhorse.connectors.spi.UnreachableStore;
import dev.packhorse.engine.run.FileManifest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The files of a source. Those that can't be read are named; everything else must get through. */
final class SourceCargo implements Cargo {
  static final String UNREADABLE = "files that can't be read";

  private final Source source;
  private final boolean attachments;
  private final Path booksFile;
  private final Consumer<String> notes;
  private final FileManifest manifest;
  private final FileBooks books = new FileBooks();
  private final LostFiles lost = new LostFiles();

  /** Whether the sidecar was asked for, which ends the list. */
  private boolean listed;

  private boolean complete;

  /**
   * @param attachments whether attachments and pictures are wanted
   * @param booksFile where the books are kept
   * @param manifest lists the files and goes with them; null for none
   * @param notes told a sentence on each file that is lost
   */
  SourceCargo(
      Source source,
      boolean attachments,
      Path booksFile,
      FileManifest manifest,
      Consumer<String> notes) {
    this.source = source;
    this.manifest = manifest;
    this.attachments = attachments;
    this.booksFile = booksFile;
    this.notes = notes;
  }

  @Override
  public Iterable<SourceFile> files() throws IOException {
    return attachments ? source.outgoingFiles() : List.of();
  }

  @Override
  public Iterable<SourceFile> sidecar() throws IOException {
    listed = true;
    if (manifest == null) {
      return source.sidecar();
    }
    List<SourceFile> all = new ArrayList<>();
    source.sidecar().forEach(all::add);
    all.removeIf(file -> file.path().equals(FileManifest.NAME));
    all.add(manifest.file());
    return all;
  }

  @Override
  public void stored(SourceFile file, long size, String sha256) throws IOException {
    if (manifest != null && !listed) {
      manifest.add(file, size, sha256);
    }
    if (!listed) {
      books.store(file.size() >= 0 && file.size() != size);
    }
  }

  @Override
  public void unreadable(SourceFile file, Exception why) throws IOException {
    if (why instanceof UnreachableStore unreachable) {
      throw unreachable;
    }
    notes.accept("lost: " + file.path() + " can't be read: " + reason(why));
    books.lose(UNREADABLE);
    lost.add(file);
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof NoSuchFileException) {
      return "it is not there any more";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void complete() throws IOException {
    complete = true;
    lost.save(lostFile());
    books.save(booksFile);
  }

  private Path lostFile() {
    return booksFile.resolveSibling(booksFile.getFileName() + ".lost");
  }

  /** Those that could not be read, in this run or in the one that finished the target before it. */
  LostFiles lost() throws IOException {
    return complete ? lost : LostFiles.load(lostFile());
  }

  /** What became of the files, likewise. */
  FileBooks books() throws IOException {
    return complete ? books : FileBooks.load(booksFile);
  }
}
