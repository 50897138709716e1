package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A source of bulk lines with or without attachments. The form is found by content, then by name.
 *
 * <p>All methods may be called from several threads at once. Closing ends all streams that were
 * opened; closing twice does nothing.
 */
public interface BulkArchive extends Closeable {

  /**
   * Opens a file or directory and checks what can be checked without reading its contents: the
   * structure, names, claimed sizes and kinds of all entries.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if nothing can be read from it; its code
   *     is one of {@link ArchiveProblem}
   * @throws IOException if the disk fails
   */
  static BulkArchive open(Path path, ArchiveLimits limits) throws IOException {
    return ArchiveOpener.open(path, limits);
  }

  ArchiveForm form();

  /**
   * Name of the file of lines as the user knows it, for places in reports: the entry's name in a
   * zip or directory, else the file's own name.
   */
  String linesName();

  /** Size of the uncompressed lines in bytes, or -1 if only reading them would tell. */
  long linesSize();

  /** Size of the lines as they are stored, in bytes: compressed where there is compression. */
  long storedSize();

  /**
   * The uncompressed lines from a byte offset on. Where the form allows no jump, everything before
   * is unpacked and thrown away. Each call gives an independent stream.
   *
   * <p>Checksums are verified when the end is reached; only for an uncompressed entry of a zip that
   * is not read from its beginning there is nothing to verify against.
   *
   * @param offset from 0 to the size; the size itself gives an empty stream
   * @throws dev.packhorse.formats.problem.ProblemException if there are fewer bytes than {@code
   *     offset}, or what lies before it is damaged
   */
  LinesStream openLines(long offset) throws IOException;

  /** The files that lines may refer to. */
  ArchiveFiles files();

  /** What was found at opening and does not prevent reading, in the order of the entries. */
  List<Problem> problems();

  /**
   * A short text that differs when the source was changed: made of size, time of last change, and a
   * hash of beginning and end of the file; for a directory, of the file of lines and of the list of
   * all files with their sizes. Cheap: it does not read the whole.
   */
  String fingerprint() throws IOException;
}
