package dev.packhorse.formats.problem;

/**
 * Where a problem was found in a file or a table.
 *
 * @param file name of the file or archive entry as the user knows it, such as {@code import.jsonl}
 * @param line line number from 1, or 0 when the problem concerns the file as a whole
 * @param offset byte offset of the line's first byte in the uncompressed file, from 0, or -1 when
 *     there is no line
 * @param pointer JSON pointer (RFC 6901) from the top of the line to the member, such as {@code
 *     /post/message}; empty for the line itself. For a row of a table the column
 * @param row id of the row if {@code file} is the name of a table; else null
 */
public record Place(String file, long line, long offset, String pointer, String row) {

  public Place(String file, long line, long offset, String pointer) {
    this(file, line, offset, pointer, null);
  }

  /** A row of a table. */
  public static Place row(String table, String id, String column) {
    return new Place(table, 0, -1, column, id);
  }

  /** The file as a whole. */
  public static Place file(String file) {
    return new Place(file, 0, -1, "");
  }

  /** The same line, another member. */
  public Place at(String otherPointer) {
    return new Place(file, line, offset, otherPointer, row);
  }
}
