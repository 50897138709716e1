package dev.packhorse.engine.run;

import dev.packhorse.formats.model.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The books of a run: for each record type and nested kind, read + added = written + refused +
 * merged. What a repair makes of one record (replies split off a long message) is added; an equal
 * record that is left out is merged. Not thread-safe.
 */
public final class BalanceSheet {

  /** The columns. */
  public enum Column {
    READ,
    ADDED,
    WRITTEN,
    REFUSED,
    MERGED
  }

  /** Row for lines whose type can't be told. */
  private static final int UNREADABLE = RecordType.values().length;

  private static final int KINDS = Kind.values().length;

  private final long[][][] counts = new long[UNREADABLE + 1][KINDS][Column.values().length];

  /**
   * A row that holds anything.
   *
   * @param type word of the record type, or {@code unreadable}
   */
  public record Row(
      String type, Kind kind, long read, long added, long written, long refused, long merged) {
    /** Whether nothing is unaccounted for. */
    public boolean balanced() {
      return read + added == written + refused + merged;
    }
  }

  public void add(RecordType type, Column column, long[] byKind) {
    int row = row(type);
    for (int kind = 0; kind < KINDS; kind++) {
      counts[row][kind][column.ordinal()] += byKind[kind];
    }
  }

  public void add(BalanceSheet other) {
    for (int row = 0; row <= UNREADABLE; row++) {
      for (int kind = 0; kind < KINDS; kind++) {
        for (int column = 0; column < counts[row][kind].length; column++) {
          counts[row][kind][column] += other.counts[row][kind][column];
        }
      }
    }
  }

  public long total(Kind kind, Column column) {
    long sum = 0;
    for (long[][] row : counts) {
      sum += row[kind.ordinal()][column.ordinal()];
    }
    return sum;
  }

  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row <= UNREADABLE; row++) {
      for (Kind kind : Kind.values()) {
        long[] c = counts[row][kind.ordinal()];
        if (c[0] + c[1] + c[2] + c[3] + c[4] > 0) {
          rows.add(new Row(word(row), kind, c[0], c[1], c[2], c[3], c[4]));
        }
      }
    }
    return rows;
  }

  /** Writes the counts that are not zero. */
  public void save(String prefix, Properties to) {
    for (int row = 0; row <= UNREADABLE; row++) {
      for (Kind kind : Kind.values()) {
        for (Column column : Column.values()) {
          long count = counts[row][kind.ordinal()][column.ordinal()];
          if (count != 0) {
            to.setProperty(key(prefix, row, kind, column), Long.toString(count));
          }
        }
      }
    }
  }

  /** Takes over what {@link #save} wrote. */
  public void load(String prefix, Properties from) {
    for (int row = 0; row <= UNREADABLE; row++) {
      for (Kind kind : Kind.values()) {
        for (Column column : Column.values()) {
          counts[row][kind.ordinal()][column.ordinal()] =
              Long.parseLong(from.getProperty(key(prefix, row, kind, column), "0"));
        }
      }
    }
  }

  private static String key(String prefix, int row, Kind kind, Column column) {
    return prefix + '.' + word(row) + '.' + kind + '.' + column;
  }

  private static int row(RecordType type) {
    return type == null ? UNREADABLE : type.ordinal();
  }

  private static String word(int row) {
    return row == UNREADABLE ? "unreadable" : RecordType.values()[row].word();
  }
}
