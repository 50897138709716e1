package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.StoredConfiguration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** The table in which servers keep their configuration whose {@code MM_CONFIG} is a database. */
public final class ConfigurationTable implements StoredConfiguration {
  // Of PostgreSQL, of MySQL.
  private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02");

  private final Supplier<String> password;

  /**
   * @param password asked if the address has none and the database wants one; gives null if there
   *     is none
   */
  public ConfigurationTable(Supplier<String> password) {
    this.password = password;
  }

  @Override
  public String active(DatabaseAddress database) throws IOException {
    Refusals refusals = new Refusals(database);
    try {
      return read(database);
    } catch (SQLException e) {
      String given = refusals.wantsPassword(e) ? password.get() : null;
      if (given == null) {
        throw refusals.connecting(e);
      }
      return active(database.withPassword(given));
    }
  }

  private static String read(DatabaseAddress database) throws SQLException {
    try (Connection connection = Drivers.connect(database)) {
      return Opening.ask(connection, "SELECT Value FROM Configurations WHERE Active");
    } catch (SQLException e) {
      if (NO_SUCH_TABLE.contains(String.valueOf(e.getSQLState()))) {
        return null;
      }
      throw e;
    }
  }
}
