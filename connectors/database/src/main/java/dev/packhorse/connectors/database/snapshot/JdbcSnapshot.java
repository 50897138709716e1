package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A snapshot over connections that stand, whatever the engine. */
final class JdbcSnapshot implements Snapshot {
  /** Parts of a table for each connection, so that all end at about the same time. */
  private static final int PARTS_PER_CONNECTION = 8;

  private final DatabaseAddress address;
  private final Dialect dialect;
  private final List<Lane> lanes;
  private final Catalogue catalogue;
  private final Sizes sizes;
  private final String user;
  private final String server;
  private final long takenAt;
  private final Refusals refusals;
  private final RecoveryConflicts conflicts;
  private final Pace pace;
  private final long partBytes;
  private final List<Problem> problems;
  private boolean lost;

  JdbcSnapshot(Opening opened, Dialect dialect, SnapshotOptions options, long partBytes)
      throws SQLException {
    this.address = opened.address;
    this.dialect = dialect;
    this.server = opened.server;
    this.takenAt = opened.takenAt;
    this.problems = new ArrayList<>(opened.notes);
    this.refusals = new Refusals(address, dialect);
    this.conflicts = opened.conflicts;
    this.pace = new Pace(options.rowsPerSecond(), options.gentle());
    this.partBytes = partBytes;
    this.lanes = new ArrayList<>();
    for (Connection connection : opened.connections) {
      lanes.add(dialect.lane(connection));
    }
    Connection first = first();
    this.user = dialect.user(first);
    this.catalogue = dialect.catalogue(first);
    this.sizes = dialect.sizes(first);
    if (Mattermost.missing(catalogue).isEmpty()) {
      catalogue.lastMigration(Mattermost.lastMigration(dialect, catalogue, first));
    }
  }

  /** The user as the server calls it in a GRANT. */
  String user() {
    return user;
  }

  private Connection first() {
    return lanes.get(0).connection();
  }

  @Override
  public long takenAt() {
    return takenAt;
  }

  @Override
  public String server() {
    return server;
  }

  @Override
  public int connections() {
    return lanes.size();
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public long estimatedRows(String table) {
    return sizes.of(table).rows();
  }

  @Override
  public long estimatedBytes(String table) {
    return sizes.of(table).bytes();
  }

  @Override
  public void read(List<Scan> scans, ReadWatch watch) throws IOException {
    if (lost) {
      throw new IllegalStateException("the snapshot is lost");
    }
    lost = true;
    List<Reading.Part> parts = parts(scans);
    try {
      new Reading(lanes, Reading.sorted(parts), pace, watch).run();
    } catch (Reading.Failure e) {
      throw failure(e.said, table(e.part.scan()));
    }
    noteMigration();
    lost = false;
  }

  private List<Reading.Part> parts(List<Scan> scans) throws IOException {
    List<Scan> fitting = scans.stream().filter(scan -> scan.query().fits(catalogue)).toList();
    Set<String> tables = new TreeSet<>();
    fitting.forEach(scan -> tables.add(table(scan)));
    List<Reading.Part> parts = new ArrayList<>();
    String table = "";
    try {
      for (String next : tables) {
        table = next;
        dialect.hold(first(), List.of(next));
      }
      for (Scan scan : fitting) {
        table = table(scan);
        Sizes.Size size = sizes.of(table);
        List<String> ranges =
            dialect.ranges(
                first(), catalogue.table(table).orElseThrow(), size, partsOf(size.scanned()));
        for (String range : ranges) {
          String sql = scan.query().sql(dialect, catalogue, range);
          parts.add(new Reading.Part(scan, sql, size.bytes() / ranges.size()));
        }
      }
    } catch (SQLException e) {
      throw failure(e, table);
    } catch (Query.MissingColumn e) {
      throw new ProblemException(
          DatabaseProblem.COLUMN_MISSING.at(address.canonical(), e.getMessage()), e);
    }
    return parts;
  }

  private IOException failure(SQLException e, String table) {
    boolean conflict =
        conflicts != null
            && dialect.meaning(e) == DatabaseProblem.CONNECTION_LOST
            && conflicts.more();
    return conflict ? refusals.conflict(e) : refusals.reading(e, table, user);
  }

  private String table(Scan scan) {
    return catalogue.table(scan.query().table()).orElseThrow().name();
  }

  private int partsOf(long bytes) {
    if (lanes.size() == 1) {
      return 1; // one after the other they would only take longer
    }
    return (int) Math.min(bytes / partBytes + 1, (long) lanes.size() * PARTS_PER_CONNECTION);
  }

  /**
   * A server that was upgraded meanwhile is worth a word, though what was read is of the instant.
   * Only a new connection sees it; if there is none to be had, nobody is told.
   */
  private void noteMigration() {
    if (catalogue.lastMigration() == 0) {
      return;
    }
    try (Connection now = Drivers.connect(address)) {
      long last = Mattermost.lastMigration(dialect, catalogue, now);
      if (last != catalogue.lastMigration()) {
        problems.add(
            DatabaseProblem.MIGRATED.at(address.canonical(), catalogue.lastMigration(), last));
      }
    } catch (SQLException e) {
      // See above.
    }
  }

  /** Ends the transactions in order, so that a pooler gets back what it can give to others. */
  @Override
  public void close() {
    for (Lane lane : lanes) {
      Connection connection = lane.connection();
      try {
        if (lost) {
          Lane.abort(connection);
        } else if (!connection.isClosed()) {
          Opening.run(connection, "ROLLBACK");
        }
      } catch (SQLException e) {
        // Closing does the same.
      }
      Opening.quietly(connection);
    }
  }
}
