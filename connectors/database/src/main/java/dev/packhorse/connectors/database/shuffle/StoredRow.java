package dev.packhorse.connectors.database.shuffle;

import dev.packhorse.connectors.database.snapshot.Row;

/**
 * A row as an entry of a partition: a tag that says which query it comes from, then its columns.
 * Everything is kept as its bytes, in a buffer shared with the other rows of the partition, of
 * which there are so many that a row must be small.
 */
public final class StoredRow implements Row {
  private final byte[] bytes;

  /** Where each column begins: 0 for NULL, else 1 and the number, or the length and one. */
  private final int[] columns;

  /**
   * @param numeric which columns hold numbers
   */
  StoredRow(byte[] bytes, int from, boolean[] numeric) {
    this.bytes = bytes;
    this.columns = new int[numeric.length];
    int at = from;
    for (int column = 0; column < numeric.length; column++) {
      columns[column] = at;
      long value = varint(at);
      at = behind(at);
      if (value != 0) {
        at = numeric[column] ? behind(at) : at + (int) value - 1;
      }
    }
  }

  /** Appends a row's columns. */
  static void write(Row row, boolean[] numeric, Bytes to) {
    for (int column = 0; column < numeric.length; column++) {
      if (row.isNull(column)) {
        to.write(0);
      } else if (numeric[column]) {
        to.write(1);
        to.varint(row.number(column));
      } else {
        int length = row.length(column);
        to.varint(length + 1L);
        to.write(row.buffer(column), row.start(column), length);
      }
    }
  }

  private long varint(int from) {
    long value = bytes[from];
    if (value >= 0) {
      return value;
    }
    value &= 0x7F;
    int at = from;
    int shift = 0;
    do {
      shift += 7;
      value |= (long) (bytes[++at] & 0x7F) << shift;
    } while (bytes[at] < 0);
    return value;
  }

  /** Where what follows a number begins. */
  private int behind(int from) {
    int at = from;
    while (bytes[at] < 0) {
      at++;
    }
    return at + 1;
  }

  @Override
  public boolean isNull(int column) {
    return bytes[columns[column]] == 0;
  }

  @Override
  public long number(int column) {
    return isNull(column) ? 0 : varint(columns[column] + 1);
  }

  @Override
  public byte[] buffer(int column) {
    return bytes;
  }

  @Override
  public int start(int column) {
    return behind(columns[column]);
  }

  @Override
  public int length(int column) {
    return isNull(column) ? 0 : (int) varint(columns[column]) - 1;
  }
}
