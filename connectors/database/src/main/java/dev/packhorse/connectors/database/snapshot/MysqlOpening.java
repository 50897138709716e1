package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Transactions of different connections see the same instant only if nobody writes while they
 * begin. So writing is stopped for the milliseconds that takes, if that is allowed and can be had
 * at once; otherwise there is one connection.
 */
final class MysqlOpening extends Opening {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+");
  private static final Pattern MARIADB = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+-MariaDB");
  private static final String BEGIN = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

  /** Limits of the administrator's are meant for the queries of a server; some know not all. */
  private static final String[] SETTINGS = {
    "net_write_timeout = 86400",
    "net_read_timeout = 86400",
    "wait_timeout = 604800",
    "max_execution_time = 0",
    "max_statement_time = 0",
    "lock_wait_timeout = 10",
    "information_schema_stats_expiry = 0",
    "sql_mode = ''",
    "time_zone = '+00:00'"
  };

  /** "Unknown system variable". */
  private static final int UNKNOWN_VARIABLE = 1193;

  /** "Access denied; you need the RELOAD privilege". */
  private static final int NO_RELOAD = 1227;

  /**
   * While it waits for statements that run, the lock already keeps others from writing, so it must
   * not wait long.
   */
  private static final String LOCK_SECONDS = "SET SESSION lock_wait_timeout = 2";

  MysqlOpening(DatabaseAddress address, int wanted) {
    super(address, wanted);
  }

  @Override
  Dialect open() throws SQLException {
    Connection first = prepared();
    version(ask(first, "SELECT VERSION()"));
    try {
      while (connections.size() < wanted) {
        prepared();
      }
    } catch (SQLException e) {
      fewer(e);
    }
    begin(first);
    otherEngines(first);
    return new MysqlDialect(address.database());
  }

  private Connection prepared() throws SQLException {
    Connection connection = Drivers.connect(address);
    try {
      for (String setting : SETTINGS) {
        try {
          run(connection, "SET SESSION " + setting);
        } catch (SQLException e) {
          if (e.getErrorCode() != UNKNOWN_VARIABLE) {
            throw e;
          }
        }
      }
      run(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    } catch (SQLException e) {
      quietly(connection);
      throw e;
    }
    connections.add(connection);
    return connection;
  }

  private void version(String text) throws SQLException {
    Matcher maria = MARIADB.matcher(text);
    Matcher mysql = VERSION.matcher(text);
    boolean isMaria = maria.find();
    Matcher found = isMaria ? maria : mysql;
    if (!isMaria && !mysql.find()) {
      throw new SQLException("the server says that its version is " + text);
    }
    int major = Integer.parseInt(found.group(1));
    int minor = Integer.parseInt(found.group(2));
    server = (isMaria ? "MariaDB " : "MySQL ") + found.group().replace("-MariaDB", "");
    check(major, minor, isMaria ? "10.2" : "5.6", isMaria ? "10.6" : "5.7");
  }

  private void begin(Connection first) throws SQLException {
    if (connections.size() > 1) {
      try {
        lock(first);
      } catch (SQLException e) {
        while (connections.size() > 1) {
          quietly(connections.remove(connections.size() - 1));
        }
        notes.add(
            DatabaseProblem.ONE_CONNECTION.at(
                address.canonical(),
                e.getErrorCode() == NO_RELOAD ? "the user has no RELOAD right" : Refusals.said(e)));
      }
    }
    try {
      takenAt =
          Long.parseLong(
              ask(first, "SELECT CAST(FLOOR(UNIX_TIMESTAMP(NOW(3)) * 1000) AS UNSIGNED)"));
      for (Connection connection : connections) {
        run(connection, BEGIN);
      }
    } finally {
      if (connections.size() > 1) {
        run(first, "UNLOCK TABLES");
      }
    }
  }

  private static void lock(Connection first) throws SQLException {
    run(first, LOCK_SECONDS);
    try {
      run(first, "FLUSH TABLES WITH READ LOCK");
    } finally {
      run(first, "SET SESSION lock_wait_timeout = 10");
    }
  }

  /** Tables of MyISAM and Aria have no past: they are read as they are at that moment. */
  private void otherEngines(Connection first) throws SQLException {
    String sql =
        """
        SELECT TABLE_NAME, ENGINE FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND ENGINE <> 'InnoDB'""";
    try (Statement statement = first.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        notes.add(
            DatabaseProblem.NO_SNAPSHOT.at(
                address.canonical(), rows.getString(1), rows.getString(2)));
      }
    }
  }
}
