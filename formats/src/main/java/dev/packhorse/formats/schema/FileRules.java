package dev.packhorse.formats.schema;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The rules that only show when all lines of a file are seen: references, duplicates, limits, files
 * of the archive. Used by one thread; lines are handed over in file order.
 *
 * <p>Names of definitions are kept in memory, one entry of fixed size per message on disk.
 */
public final class FileRules implements AutoCloseable {
  /**
   * @param spillFolder an existing folder for temporary files; they are removed by {@link #close}
   */
  public FileRules(TargetProfile target, FileLookup files, Path spillFolder) {}

  /**
   * Makes known what the target server has already: it counts as defined, and what clashes with it
   * is reported. To be called before the first {@link #accept}.
   */
  public void existing(BulkRecord record) {}

  /**
   * Looks at the next line.
   *
   * @param offset byte offset of the line's first byte
   * @param record null if there is no payload
   * @param refused whether the line was found in error already, so that nothing may refer to it
   * @param digest a 64-bit hash of the line's bytes; equal lines have equal digests
   */
  public void accept(
      String fileName,
      long lineNumber,
      long offset,
      RecordType type,
      BulkRecord record,
      boolean refused,
      long digest,
      Findings out) {}

  /**
   * Reports what only the end of the file shows, in a fixed order.
   *
   * @param identicalLines takes the numbers of lines that equal an earlier line byte for byte,
   *     ascending
   * @throws IOException if the temporary files can't be written or read
   */
  public void finish(Consumer<Problem> late, LongConsumer identicalLines) throws IOException {}

  @Override
  public void close() throws IOException {}
}
