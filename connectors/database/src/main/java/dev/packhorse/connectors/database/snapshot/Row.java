package dev.packhorse.connectors.database.snapshot;

import java.nio.charset.StandardCharsets;

/**
 * One row of a {@link Query}; columns count from 0 in the order of the query. Valid until the next
 * row, so what is to be kept must be copied.
 */
public interface Row {
  /** Whether the value is NULL, or the schema has no such column. */
  boolean isNull(int column);

  /** A number, or 1 and 0 for a boolean; 0 for NULL. Only for columns of kind number. */
  long number(int column);

  /** The buffer that holds the text of a column, in UTF-8. */
  byte[] buffer(int column);

  /** Where in the buffer the text of a column begins. */
  int start(int column);

  /** Length of the text in bytes; 0 for NULL. Only for columns of kind text. */
  int length(int column);

  /** The text; empty for NULL. */
  default String text(int column) {
    return isNull(column)
        ? ""
        : new String(buffer(column), start(column), length(column), StandardCharsets.UTF_8);
  }
}
