package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.formats.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A database at one instant. Writers go on meanwhile; nothing they do after the instant is seen.
 * Closing lets go of all connections.
 */
public interface Snapshot extends Closeable {

  /** The instant, in epoch milliseconds by the clock of the database server. */
  long takenAt();

  /** Product and version, such as {@code PostgreSQL 15.18}. */
  String server();

  /** How many connections there are, each read by a thread of its own. */
  int connections();

  /** Which tables and columns there are. */
  Catalogue catalogue();

  /**
   * What could not be had, such as one instant for several connections. Reading may add to it, when
   * the schema was upgraded meanwhile.
   */
  List<Problem> problems();

  /** Rough number of rows of a table, from the statistics of the database; 0 if it has none. */
  long estimatedRows(String table);

  /** Rough size of a table without its indexes in bytes, likewise. */
  long estimatedBytes(String table);

  /**
   * Reads tables, large ones in several parts at once, over as many connections as the snapshot
   * has, each in a thread of its own. A query on a table that the schema lacks gives no rows, and
   * its sinks are not asked for. May be called again; after a failure the snapshot can only be
   * closed.
   *
   * @throws dev.packhorse.formats.problem.ProblemException with a code of {@link DatabaseProblem}
   *     if the database says no
   * @throws SnapshotLost if the connection is lost, or anything else that a new snapshot may mend
   * @throws dev.packhorse.connectors.spi.InterruptedStaging within about a second, if asked to stop
   * @throws IOException what a sink threw
   */
  void read(List<Scan> scans, ReadWatch watch) throws IOException;

  /** Told how reading goes on, by many threads. */
  interface ReadWatch {
    /** Some more rows were read. */
    void rows(long more);

    /** Whether to stop, asked often; {@link #read} then ends with {@code InterruptedStaging}. */
    boolean stopped();
  }
}
