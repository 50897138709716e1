package dev.packhorse.connectors.database.snapshot;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How large the tables are by what the database knows without counting. */
final class Sizes {
  private static final Size NOTHING = new Size(0, 0, 0);
  private final Map<String, Size> sizes = new HashMap<>();

  /**
   * @param bytes of the table with what is stored out of line, without indexes
   * @param scanned bytes of the part that a scan in ranges goes through
   */
  record Size(long rows, long bytes, long scanned) {}

  void put(String table, Size size) {
    sizes.put(table.toLowerCase(Locale.ROOT), size);
  }

  Size of(String table) {
    return sizes.getOrDefault(table.toLowerCase(Locale.ROOT), NOTHING);
  }
}
