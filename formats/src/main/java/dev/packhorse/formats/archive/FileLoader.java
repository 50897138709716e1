package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;

/** Brings the files into an archive, and tells their owner what became of each. */
final class FileLoader {
  /** What a form of archive does with a file. */
  interface Hold {
    /**
     * Stores a file, or leaves no trace of it.
     *
     * @return its size in bytes
     * @throws UnreadableFileException if it can't be read
     * @throws ProblemException {@code archive.target.bad-name} if this archive can't hold something
     *     of that name
     * @throws IOException if the archive can't be written
     */
    long put(FetchedFile file) throws IOException;
  }

  private final OutgoingFiles owner;

  FileLoader(OutgoingFiles owner) {
    this.owner = owner;
  }

  /** Stores the files for {@code data/}. */
  void data(Hold hold) throws IOException {
    load(SortedFiles.data(owner), hold);
  }

  /** Stores the files for {@code packhorse/}; to be called after {@link #data}. */
  void sidecar(Hold hold) throws IOException {
    load(SortedFiles.sidecar(owner), hold);
  }

  /** To be called after the files, before anybody can see the archive. */
  void complete() throws IOException {
    owner.complete();
  }

  private void load(SortedFiles files, Hold hold) throws IOException {
    try (FileFetcher fetcher = new FileFetcher(files)) {
      boolean more = true;
      while (more) {
        try (FetchedFile file = fetcher.next()) {
          more = file != null;
          if (more) {
            load(file, hold);
          }
        } catch (UnreadableFileException e) {
          owner.unreadable(e.file(), e.why());
        }
      }
    }
  }

  private void load(FetchedFile file, Hold hold) throws IOException {
    OutgoingFile outgoing = file.file().file();
    long size;
    try {
      size = hold.put(file);
    } catch (ProblemException e) {
      owner.unreadable(outgoing, e);
      return;
    }
    owner.stored(outgoing, size, file.sha256Hex());
  }
}
