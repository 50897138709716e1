package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import java.io.IOException;

/** Opens databases. */
public final class Databases {
  private Databases() {}

  /**
   * Connects and takes the instant that will be read.
   *
   * @throws dev.packhorse.formats.problem.ProblemException with a code of {@link DatabaseProblem}
   *     if the database can't be reached, lets nobody in, or is none of a Mattermost server
   */
  public static Snapshot open(DatabaseAddress address, SnapshotOptions options) throws IOException {
    throw new UnsupportedOperationException("not yet: " + address + options);
  }
}
