package dev.packhorse.connectors.spi;

import java.util.Map;

/**
 * What became of the rows of one table of a source that is no file of records.
 *
 * @param table as the system calls it
 * @param rows how many there were
 * @param written rows that became a record, a part of one, or a line of the sidecar; by what they
 *     became
 * @param left rows that were left out because that was wanted, or is how exports are: deleted ones,
 *     filtered ones; by reason
 * @param lost rows that should have been written and could not be, by reason
 */
public record Account(
    String table,
    long rows,
    Map<String, Long> written,
    Map<String, Long> left,
    Map<String, Long> lost) {
  /** Stands for the name of all direct and group channels together. */
  public static final String DIRECT_CHANNELS = "(direct channels)";

  /** Rows of which nobody knows what became of them; anything but 0 is an error of ours. */
  public long unexplained() {
    return rows - sum(written) - sum(left) - sum(lost);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
