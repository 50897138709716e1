package dev.packhorse.formats.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Writes an archive that can be cut off at any time and continued.
 *
 * <p>Lines come in segments. Any number of threads encode; one thread appends, in order, and takes
 * marks. Until {@link #finish} everything lies under {@code NAME.partial…} beside the target, for
 * its owner's eyes only. The same segments and files give the same bytes, however many threads
 * encode and however often the run was cut off. (Deflate data is that of the zlib in use: another
 * zlib may compress differently.)
 *
 * <p>A full disk and other failures come out as the {@link IOException} of the system. After one,
 * the writer is to be closed; what the last mark covers is safe. An interrupted thread closes the
 * file under its hands ({@link java.nio.channels.ClosedByInterruptException}), with the same
 * consequence.
 */
public final class ArchiveWriter implements Closeable {
  private final Disk disk;
  private final Assembly assembly;
  private final EncoderPool encoders;
  private FileChannel growing;
  private WriterMark held;
  private boolean closed;

  private ArchiveWriter(
      Disk disk, Assembly assembly, EncoderPool encoders, FileChannel growing, WriterMark held) {
    this.disk = disk;
    this.assembly = assembly;
    this.encoders = encoders;
    this.growing = growing;
    this.held = held;
  }

  /**
   * Begins an archive. What an earlier, unfinished run left for this target is removed; a finished
   * archive stays until {@link #finish} replaces it.
   *
   * @param target the directory it goes to must exist
   * @throws java.nio.file.DirectoryNotEmptyException if the form is a directory and the target has
   *     something in it
   */
  public static ArchiveWriter create(Path target, ArchiveForm form, WriterOptions options)
      throws IOException {
    Disk disk = new Disk(options.sync());
    Assembly assembly = Assembly.of(target, form, disk);
    assembly.prepare();
    FileChannel growing = disk.create(assembly.growing());
    disk.syncDirectory(Disk.parent(assembly.growing()));
    disk.syncDirectory(Disk.parent(target));
    return new ArchiveWriter(
        disk, assembly, new EncoderPool(form, options), growing, WriterMark.nothing(form));
  }

  /**
   * Goes on from a mark; what was appended after it is cut off. If the archive was finished after
   * that mark and only nobody learned of it, nothing can be appended, and {@link #finish} does
   * nothing.
   *
   * @param mark of an earlier writer for the same target and form
   * @throws dev.packhorse.formats.problem.ProblemException {@code archive.mark-lost} if what the
   *     mark speaks of is not there
   */
  public static ArchiveWriter resume(
      Path target, ArchiveForm form, WriterOptions options, String mark) throws IOException {
    Disk disk = new Disk(options.sync());
    Assembly assembly = Assembly.of(target, form, disk);
    String name = FormFinder.name(target);
    WriterMark held =
        WriterMark.parse(form, mark).orElseThrow(() -> ArchiveProblem.MARK_LOST.thrown(name));
    FileChannel growing = null;
    if (Files.isRegularFile(assembly.growing(), LinkOption.NOFOLLOW_LINKS)) {
      growing = disk.open(assembly.growing());
    }
    if (growing == null ? !assembly.published(held) : growing.size() < held.stored()) {
      if (growing != null) {
        growing.close();
      }
      throw ArchiveProblem.MARK_LOST.thrown(name);
    }
    if (growing != null) {
      growing.truncate(held.stored());
    }
    return new ArchiveWriter(disk, assembly, new EncoderPool(form, options), growing, held);
  }

  /** Removes what an unfinished writer left for a target; a finished archive stays. */
  public static void discard(Path target, ArchiveForm form) throws IOException {
    Assembly.of(target, form, new Disk(false)).discard();
  }

  /**
   * Compresses lines into a segment of its own. Thread-safe; for {@link #append} of this writer.
   * Segments of some hundred kilobytes to a megabyte cost nothing in size; small ones do.
   *
   * @param buffer not kept
   * @throws IllegalStateException if the writer is closed
   */
  public EncodedSegment encode(byte[] buffer, int offset, int length) {
    return encoders.encode(buffer, offset, length);
  }

  /** Puts a segment behind those before; one that is empty leaves no trace. */
  public void append(EncodedSegment segment) throws IOException {
    // At a position, not at the end: after a failed write the next one goes to the same place.
    disk.writeAt(open(), held.stored(), segment.bytes());
    held = held.and(segment);
  }

  /**
   * Makes all segments appended so far certain.
   *
   * @return for {@link #resume}: under 100 characters, nothing secret; opaque to all others
   */
  public String mark() throws IOException {
    checkNotClosed();
    if (growing != null) {
      disk.sync(growing);
    }
    return held.text();
  }

  /** Bytes of uncompressed lines appended so far, those before the resumed mark included. */
  public long linesBytes() {
    return held.lines();
  }

  /** As {@link #finish(OutgoingFiles)}, of files which must all get through. */
  public void finish(Iterable<OutgoingFile> files) throws IOException {
    finish(OutgoingFiles.all(files));
  }

  /**
   * Adds the files, puts the archive together and gives it its name in one step; replaces a file of
   * that name. Files are opened and read by several threads ahead, and stored in the order of their
   * names, below {@code data/} first. A name that comes twice with one size is taken once.
   *
   * <p>A file that can't be had is left out and told to its owner. If finishing fails or is cut
   * off, it may be done again from the last mark, so take one before. After it returned, the writer
   * can only be closed. If the archive was finished by a run of which nobody learned, nobody is
   * told anything.
   *
   * @param files none for bare lines
   * @throws IllegalArgumentException if there are files for bare lines
   */
  public void finish(OutgoingFiles files) throws IOException {
    checkNotClosed();
    if (growing == null) {
      return; // done by the run before
    }
    growing.truncate(held.stored());
    disk.sync(growing);
    assembly.publish(new FileLoader(files), held);
    growing.close();
    growing = null;
  }

  private FileChannel open() {
    checkNotClosed();
    if (growing == null) {
      throw new IllegalStateException("the archive is finished");
    }
    return growing;
  }

  private void checkNotClosed() {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
  }

  /** Lets go of everything; what is unfinished stays for {@link #resume}. Twice does nothing. */
  @Override
  public void close() throws IOException {
    closed = true;
    encoders.close();
    if (growing != null) {
      growing.close();
      growing = null;
    }
  }
}
