package dev.packhorse.formats.archive;

import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The files of an archive besides its lines.
 *
 * <p>An id below {@link #count()} is a file under {@code data/}, the only ones a server looks at;
 * ids run in the order of the archive. Ids from {@code count()} on belong to other files ({@code
 * attachments/x.png}, {@code warnings.txt}, macOS litter); they come out of {@link #findEntry} and
 * of counting up to {@link #total}. Ids hold for one opened archive.
 *
 * <p>Names are compared as Unicode NFC, otherwise exactly (bulk-format.md section 1.6). Where two
 * entries have one name, the last is found, as the server does. All methods may be called from
 * several threads; all but {@link #known} and {@link #count} may read from disk and throw {@link
 * java.io.UncheckedIOException}.
 */
public interface ArchiveFiles {
  /** No files, and no way to tell which there should be: bare lines. */
  ArchiveFiles UNKNOWN = new UnknownFiles();

  /** Whether a file that is not found is missing; false if attachments can't be judged. */
  boolean known();

  /** Number of files below {@code data/}, macOS litter left out. */
  int count();

  /** Number of all files: ids from {@link #count} to below this are outside {@code data/}. */
  int total();

  /**
   * Whether a file is macOS litter, warnings of an exporter, or more lines: nothing to carry on.
   */
  default boolean negligible(int id) {
    String name = name(id);
    return EntryNames.litter(name)
        || name.indexOf('/') < 0 && (name.equals("warnings.txt") || name.endsWith(".jsonl"));
  }

  /** Whether a file lies below {@code packhorse/}, where servers don't look. */
  default boolean sidecar(int id) {
    return name(id).startsWith(EntryNames.SIDECAR);
  }

  /**
   * The file that a path in a line refers to, by the rules of the server: joined to {@code data},
   * cleaned, and compared.
   *
   * @param path as it stands in the line, so without the {@code data/} prefix
   * @return an id, or -1 if the path leaves {@code data} or there is no such file
   */
  int find(String path);

  /**
   * The entry of exactly this name, with nothing added or cleaned: for paths that were written with
   * their {@code data/} prefix or in the manner of server 5.37.
   *
   * @return an id, perhaps not below {@link #count()}, or -1
   */
  int findEntry(String name);

  /** Name of the entry from the root of the archive, such as {@code data/emoji/x/image}. */
  String name(int id);

  /** Claimed size in bytes, uncompressed. */
  long size(int id);

  /** Why the file can't be read, as far as opening the archive showed it. */
  Optional<Problem> defect(int id);

  /**
   * The contents; each call gives an independent stream which the caller closes. Damage is thrown
   * as {@link dev.packhorse.formats.problem.ProblemException} while reading, at the latest at the
   * end, where size and checksum are compared.
   *
   * @throws dev.packhorse.formats.problem.ProblemException with the {@link #defect}, if there is
   *     one
   */
  InputStream open(int id) throws IOException;
}
