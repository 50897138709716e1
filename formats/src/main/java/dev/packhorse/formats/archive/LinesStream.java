package dev.packhorse.formats.archive;

import java.io.InputStream;

/**
 * The uncompressed lines of an archive, from some byte on.
 *
 * <p>Reading throws {@link dev.packhorse.formats.problem.ProblemException} where the bytes turn out
 * to be damaged (wrong checksum, cut off, wrong size), at the latest on the call that would return
 * the end of the stream; {@link java.io.IOException} is left to failures of the disk. Not for use
 * by several threads, except {@link #storedPosition()}.
 */
public abstract class LinesStream extends InputStream {
  /**
   * Bytes consumed of the stored form, which is the compressed one where there is compression: from
   * 0 to {@link BulkArchive#storedSize()}. Runs ahead of what was returned by at most a buffer. May
   * be called from any thread, also after {@link #close()}.
   */
  public abstract long storedPosition();
}
