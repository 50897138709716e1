package dev.packhorse.connectors.spi.lines;

/**
 * Where in a file of lines reading goes on, written {@code LINE@OFFSET}.
 *
 * @param line number of the next line, from 1
 * @param offset byte offset of its first byte in the uncompressed file
 */
record LineCursor(long line, long offset) {
  static final LineCursor START = new LineCursor(1, 0);

  /** The cursor that a text stands for; the start of the file for null. */
  static LineCursor parse(String text) {
    if (text == null) {
      return START;
    }
    int at = text.indexOf('@');
    return new LineCursor(
        Long.parseLong(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return line + "@" + offset;
  }
}
