package dev.packhorse.engine.report;

import dev.packhorse.connectors.spi.PartCount;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of a server's data, for people: how much each is, and how much others would be. */
final class PartsTable {
  private PartsTable() {}

  static void print(List<PartCount> parts, PrintWriter out) {
    if (parts.isEmpty()) {
      return;
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"part", "rows read", "rows that --include would bring"});
    for (PartCount part : parts) {
      String count =
          part.rows() == PartCount.UNKNOWN
              ? "not counted"
              : String.format(Locale.ROOT, "%,d", part.rows());
      rows.add(
          new String[] {
            part.part().word(), part.wanted() ? count : "", part.wanted() ? "" : count
          });
    }
    Table.print(rows, out);
    out.println();
  }
}
