package dev.packhorse.formats.jsonl;

/**
 * Some whole lines of a file, the unit of parallel work. Immutable by agreement: nobody writes to
 * the bytes.
 *
 * @param file name of the file for places
 * @param bytes the buffer that holds the lines
 * @param start index of the first line's first byte
 * @param end index after the last byte; the byte before is a line feed, except at the end of the
 *     file
 * @param firstLine number of the first line, from 1
 * @param lines how many lines there are
 * @param offset byte offset of the first line in the uncompressed file
 * @param overlong 0, or the length in bytes of a single line that is longer than an importer reads;
 *     its bytes have been passed over and the block is empty
 */
public record LineBlock(
    String file,
    byte[] bytes,
    int start,
    int end,
    long firstLine,
    int lines,
    long offset,
    long overlong) {

  /** Byte offset in the file of what follows this block. */
  public long endOffset() {
    return overlong > 0 ? offset + overlong : offset + (end - start);
  }

  /** Number of the line that follows this block. */
  public long endLine() {
    return firstLine + lines;
  }

  /** Part of the block, from the start of one of its lines to the start of a later one. */
  public LineBlock part(int from, int to, long line, int count) {
    return new LineBlock(file, bytes, from, to, line, count, offset + (from - start), 0);
  }
}
