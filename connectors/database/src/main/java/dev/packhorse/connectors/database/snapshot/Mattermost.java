package dev.packhorse.connectors.database.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What tells a Mattermost database from others. */
final class Mattermost {
  /** Tables that every supported version has and that nothing goes without. */
  private static final List<String> NEEDED =
      List.of(
          "Systems",
          "Users",
          "Posts",
          "Channels",
          "Teams",
          "TeamMembers",
          "ChannelMembers",
          "Preferences",
          "Reactions",
          "FileInfo",
          "Emoji",
          "Roles",
          "Schemes",
          "Bots",
          "Threads",
          "ThreadMemberships");

  /** How many of them, from the first, make the difference between another database and a gap. */
  private static final int TELLING = 4;

  private Mattermost() {}

  /** The tables by which it is known and that are not there. */
  static List<String> missing(Catalogue catalogue) {
    return NEEDED.subList(0, TELLING).stream().filter(table -> !catalogue.has(table)).toList();
  }

  /** Tables that are not there though this is a Mattermost database, or that are hidden from us. */
  static List<String> hidden(Catalogue catalogue) {
    return NEEDED.stream().filter(table -> !catalogue.has(table)).toList();
  }

  /** The last migration that is noted, or 0. */
  static long lastMigration(Dialect dialect, Catalogue catalogue, Connection connection)
      throws SQLException {
    if (!catalogue.has("db_migrations", "version")) {
      return 0;
    }
    String column = catalogue.column("db_migrations", "version").orElseThrow().name();
    String table = catalogue.table("db_migrations").orElseThrow().name();
    String last =
        Opening.ask(
            connection, "SELECT MAX(" + dialect.quoted(column) + ") FROM " + dialect.table(table));
    return last == null ? 0 : Long.parseLong(last);
  }
}
