package dev.packhorse.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database as a Mattermost server 11.6 keeps it on PostgreSQL, filled with a chat that is made
 * up. Of a hundred posts 35 are replies, 2 are deleted, 2 are earlier texts of edited ones, 4 are
 * of the system; a quarter has reactions, 5 have files; 15 are in direct and group channels.
 */
public final class MattermostDatabase {
  private static final int LAST_MIGRATION = 155;

  /** Opens connections to an empty database. */
  @FunctionalInterface
  public interface Connections {
    Connection open() throws SQLException;
  }

  private MattermostDatabase() {}

  /** Fills the database of a JDBC URL: {@code MattermostDatabase URL POSTS [SEED]}. */
  public static void main(String[] arguments) throws IOException, SQLException {
    String url = arguments[0];
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    fill(
        () -> DriverManager.getConnection(url),
        DatabaseOptions.of(Long.parseLong(arguments[1]), seed));
  }

  /**
   * Makes the tables, fills them, and makes the indexes. Memory does not depend on the number of
   * posts.
   *
   * @param connections to an empty database; about a dozen are open at once
   */
  public static void fill(Connections connections, DatabaseOptions options)
      throws IOException, SQLException {
    run(connections, script("postgres-11.6-tables.sql"));
    DatabasePeople people = new DatabasePeople(options);
    try (DatabaseTables tables = new DatabaseTables(connections)) {
      people.write(tables);
      DatabaseTalk talk = new DatabaseTalk(options, people, tables);
      talk.write();
      people.writeChannels(tables, talk);
      tables.finish();
    }
    run(
        connections,
        "SET maintenance_work_mem = '256MB';\n"
            + script("postgres-11.6-indexes.sql")
            + "INSERT INTO db_migrations SELECT number, 'migration_' || number FROM"
            + " generate_series(1, "
            + LAST_MIGRATION
            + ") number;\n"
            + "ANALYZE;\n");
  }

  private static void run(Connections connections, String script) throws SQLException {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\n")) {
        statement.execute(sql);
      }
    }
  }

  private static String script(String name) {
    try (InputStream in = MattermostDatabase.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
