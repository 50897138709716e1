package dev.packhorse.connectors.database.shuffle;

import dev.packhorse.connectors.database.snapshot.Row;

/**
 * A row as an entry of a partition: a tag that says which query it comes from, then its columns.
 * Texts are kept as their bytes; the buffer behind is shared with the other rows of the partition.
 */
public final class StoredRow implements Row {
  private final byte[] bytes;

  /** For a text where it begins, or -1; for a number its place in {@link #numbers}. */
  private final int[] starts;

  private final int[] lengths;
  private final long[] numbers;

  /**
   * @param numeric which columns hold numbers
   */
  StoredRow(byte[] bytes, int from, boolean[] numeric) {
    this.bytes = bytes;
    this.starts = new int[numeric.length];
    this.lengths = new int[numeric.length];
    long[] found = new long[numeric.length];
    int at = from;
    for (int column = 0; column < numeric.length; column++) {
      long value = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        value |= (long) (b & 0x7F) << shift;
        shift += 7;
      } while (b < 0);
      if (numeric[column]) {
        starts[column] = value == 0 ? -1 : 0;
        if (value != 0) {
          long number = 0;
          shift = 0;
          do {
            b = bytes[at++];
            number |= (long) (b & 0x7F) << shift;
            shift += 7;
          } while (b < 0);
          found[column] = number;
        }
      } else {
        starts[column] = value == 0 ? -1 : at;
        lengths[column] = value == 0 ? 0 : (int) value - 1;
        at += lengths[column];
      }
    }
    this.numbers = found;
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

  @Override
  public boolean isNull(int column) {
    return starts[column] < 0;
  }

  @Override
  public long number(int column) {
    return numbers[column];
  }

  @Override
  public byte[] buffer(int column) {
    return bytes;
  }

  @Override
  public int start(int column) {
    return Math.max(0, starts[column]);
  }

  @Override
  public int length(int column) {
    return lengths[column];
  }
}
