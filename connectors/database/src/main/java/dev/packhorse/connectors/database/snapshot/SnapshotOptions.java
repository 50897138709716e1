package dev.packhorse.connectors.database.snapshot;

import java.util.function.Supplier;

/**
 * How to read a database.
 *
 * @param connections most connections to open, at least 1; there may be fewer if the server gives
 *     no more or can't show them all the same instant, which {@link Snapshot#problems} then says
 * @param rowsPerSecond most rows to be read in a second, over all connections; 0 for no limit
 * @param gentle whether to use one connection and to pause for as long as it works
 * @param password asked once, if the server wants a password and the address has none; gives null
 *     if there is none
 */
public record SnapshotOptions(
    int connections, long rowsPerSecond, boolean gentle, Supplier<String> password) {

  /** As fast as so many connections can; no password but that of the address. */
  public static SnapshotOptions of(int connections) {
    return new SnapshotOptions(connections, 0, false, () -> null);
  }
}
