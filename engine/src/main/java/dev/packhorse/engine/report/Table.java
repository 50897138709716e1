package dev.packhorse.engine.report;

import java.io.PrintWriter;
import java.util.List;

/** Rows in columns as wide as they must be: the first to the left, numbers to the right. */
public final class Table {
  private Table() {}

  /**
   * @param rows the head first; all of one length
   */
  public static void print(List<String[]> rows, PrintWriter out) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String blanks = " ".repeat(widths[i] - row[i].codePointCount(0, row[i].length()));
        boolean right = i > 0 && numeric(rows, i);
        line.append(i == 0 ? "" : "  ").append(right ? blanks + row[i] : row[i] + blanks);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static boolean numeric(List<String[]> rows, int column) {
    return rows.stream().skip(1).allMatch(row -> row[column].matches("[-0-9,.% ]*"));
  }
}
