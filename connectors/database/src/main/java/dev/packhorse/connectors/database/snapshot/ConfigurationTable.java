package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.StoredConfiguration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The table in which servers keep their configuration whose {@code MM_CONFIG} is a database. */
public final class ConfigurationTable implements StoredConfiguration {
  // Of PostgreSQL, of MySQL.
  private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02");

  @Override
  public String active(DatabaseAddress database) throws IOException {
    try (Connection connection = Drivers.connect(database)) {
      return Opening.ask(connection, "SELECT Value FROM Configurations WHERE Active");
    } catch (SQLException e) {
      if (NO_SUCH_TABLE.contains(String.valueOf(e.getSQLState()))) {
        return null;
      }
      throw new Refusals(database).connecting(e);
    }
  }
}
