package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.Engine;
import dev.packhorse.connectors.database.address.Tls;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Opens databases. */
public final class Databases {
  /** Tables up to this size are read in one piece. */
  private static final long PART_BYTES = 32L << 20;

  private Databases() {}

  /**
   * Connects and takes the instant that will be read.
   *
   * @throws ProblemException with a code of {@link DatabaseProblem} if the database can't be
   *     reached, lets nobody in, or is none of a Mattermost server
   * @throws IOException if the connection is lost before the snapshot stands
   */
  public static Snapshot open(DatabaseAddress address, SnapshotOptions options) throws IOException {
    return open(address, options, PART_BYTES);
  }

  /**
   * @param partBytes size from which tables are read in parts
   */
  static Snapshot open(DatabaseAddress address, SnapshotOptions options, long partBytes)
      throws IOException {
    checkFiles(address);
    Refusals refusals = new Refusals(address);
    try {
      return opened(address, options, partBytes);
    } catch (SQLException e) {
      String password = refusals.wantsPassword(e) ? options.password().get() : null;
      if (password == null) {
        ProblemException refusal = refusals.connecting(e);
        if (refusal.problem().code() == DatabaseProblem.RECOVERY_CONFLICT) {
          throw new SnapshotLost(refusal.problem(), e);
        }
        throw refusal;
      }
      return open(address.withPassword(password), options, partBytes);
    }
  }

  private static Snapshot opened(DatabaseAddress address, SnapshotOptions options, long partBytes)
      throws IOException, SQLException {
    int wanted = options.gentle() ? 1 : Math.max(1, options.connections());
    Opening opening =
        address.engine() == Engine.POSTGRES
            ? new PostgresOpening(address, wanted)
            : new MysqlOpening(address, wanted);
    boolean usable = false;
    try {
      Dialect dialect = opening.open();
      JdbcSnapshot snapshot = new JdbcSnapshot(opening, dialect, options, partBytes);
      check(address, snapshot, dialect);
      usable = true;
      return snapshot;
    } finally {
      if (!usable) {
        opening.close();
      }
    }
  }

  /** Drivers would say of a file that they can't read that the server can't be reached. */
  private static void checkFiles(DatabaseAddress address) {
    Tls tls = address.tls();
    if (tls.mode() == Tls.Mode.DISABLE) {
      return; // no driver looks at them
    }
    Stream.of(tls.rootCertificate(), tls.certificate(), tls.key())
        .filter(file -> file != null && !file.equals("system"))
        .filter(file -> !Files.isReadable(Path.of(file)))
        .findFirst()
        .ifPresent(
            file -> {
              throw new ProblemException(DatabaseProblem.TLS_FILE.at(address.canonical(), file));
            });
  }

  private static void check(DatabaseAddress address, JdbcSnapshot snapshot, Dialect dialect) {
    List<String> missing = Mattermost.missing(snapshot.catalogue());
    if (!missing.isEmpty()) {
      throw new ProblemException(
          DatabaseProblem.NOT_MATTERMOST.at(
              address.canonical(), dialect.schema(), String.join(", ", missing)));
    }
    List<String> hidden =
        address.engine() == Engine.MYSQL ? Mattermost.hidden(snapshot.catalogue()) : List.of();
    if (!hidden.isEmpty()) {
      throw new ProblemException(
          DatabaseProblem.READ.at(
              address.canonical(), hidden.get(0), snapshot.user(), dialect.grant(snapshot.user())));
    }
  }
}
