package dev.packhorse.connectors.database.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables and columns of the schema that the connection works in, as they were when the snapshot
 * was taken. What a schema holds is asked here and never told from version numbers, which lie
 * (database.md, 2.1).
 *
 * <p>Names are found whatever their case; answers have the spelling of the server.
 */
public final class Catalogue {
  private final Map<String, Table> tables = new TreeMap<>();
  private long lastMigration;
  private boolean whole = true;

  /**
   * @param tables of two whose names differ in case only, the later one counts
   */
  Catalogue(Iterable<Table> tables) {
    tables.forEach(table -> this.tables.put(key(table.name()), table));
  }

  /**
   * A column.
   *
   * @param type as the server calls it, in lower case and without a length
   */
  public record Column(String name, String type, Form form) {}

  /**
   * @param stored whether its rows lie in the engine's usual kind of table, so that it can be read
   *     in ranges
   * @param readable whether the user may read it
   */
  record Table(String name, List<Column> columns, boolean stored, boolean readable) {}

  public boolean has(String table) {
    return tables.containsKey(key(table));
  }

  /**
   * Whether the user may read a table. One that may not be read is told from one that is not there
   * on PostgreSQL only; MySQL hides it.
   */
  public boolean readable(String table) {
    return table(table).map(Table::readable).orElse(false);
  }

  public boolean has(String table, String column) {
    return column(table, column).isPresent();
  }

  public Optional<Column> column(String table, String column) {
    return columns(table).stream().filter(known -> known.name().equalsIgnoreCase(column)).findAny();
  }

  /** The columns of a table in their order; none if there is no such table. */
  public List<Column> columns(String table) {
    Table known = tables.get(key(table));
    return known == null ? List.of() : known.columns();
  }

  /**
   * Whether a table that is not here is not there, either. A user of MySQL with rights to single
   * tables does not see the others.
   */
  public boolean whole() {
    return whole;
  }

  void whole(boolean all) {
    whole = all;
  }

  /** All tables and views, sorted without regard to case. */
  public List<String> tables() {
    List<String> names = new ArrayList<>();
    tables.values().forEach(table -> names.add(table.name()));
    return names;
  }

  /**
   * Number of the last migration that the server noted, or 0 if it noted none. For reports only:
   * the number does not tell what the schema holds.
   */
  public long lastMigration() {
    return lastMigration;
  }

  void lastMigration(long number) {
    lastMigration = number;
  }

  Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(key(name)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
