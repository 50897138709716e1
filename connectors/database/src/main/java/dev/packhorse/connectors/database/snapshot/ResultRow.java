package dev.packhorse.connectors.database.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A row of a result set, copied out of it column by column. */
final class ResultRow implements Row {
  private static final byte[] NOTHING = new byte[0];

  private final boolean[] text;
  private final byte[][] texts;
  private final long[] numbers;
  private final boolean[] nulls;

  ResultRow(List<Query.Column> columns) {
    this.text = new boolean[columns.size()];
    this.texts = new byte[columns.size()][];
    this.numbers = new long[columns.size()];
    this.nulls = new boolean[columns.size()];
    for (int i = 0; i < text.length; i++) {
      text[i] = columns.get(i).kind() == Query.Kind.TEXT;
    }
  }

  void take(ResultSet rows) throws SQLException {
    for (int i = 0; i < text.length; i++) {
      if (text[i]) {
        texts[i] = rows.getBytes(i + 1);
        nulls[i] = texts[i] == null;
      } else {
        numbers[i] = rows.getLong(i + 1);
        nulls[i] = numbers[i] == 0 && rows.wasNull();
      }
    }
  }

  @Override
  public boolean isNull(int column) {
    return nulls[column];
  }

  @Override
  public long number(int column) {
    return numbers[column];
  }

  @Override
  public byte[] buffer(int column) {
    return nulls[column] ? NOTHING : texts[column];
  }

  @Override
  public int start(int column) {
    return 0;
  }

  @Override
  public int length(int column) {
    return nulls[column] ? 0 : texts[column].length;
  }
}
