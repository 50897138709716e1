package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A select over one table, written so that it fits every engine and schema.
 *
 * <p>It is SQL with places in braces. {@code {text:Name}} and {@code {number:Name}} are the columns
 * that rows have, in their order; one that the schema lacks is NULL. {@code {table:Name}} is the
 * table. A {@code WHERE} may follow as the last part; it names columns as {@code {column:Name}},
 * uses what all engines understand, and its columns must exist: without one, reading everything
 * would be as wrong as reading nothing, so that such a schema is refused. Lines that begin with
 * {@code --} are comments.
 *
 * <p>Text comes in UTF-8 as the database holds it; numbers, times, JSON and enums as the engine
 * writes them, booleans as {@code 1} and {@code 0}, binary columns in Base64.
 */
public final class Query {
  private static final String FOLDER = "/dev/packhorse/connectors/database/reads/";
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+):(\\w+)}");
  private static final Pattern WHERE = Pattern.compile("(?i)\\bWHERE\\b");

  private final String name;
  private final String select;

  /** What follows WHERE, or null. */
  private final String condition;

  private final String table;
  private final List<Column> columns;

  private Query(String name, String text) {
    String sql =
        text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    Matcher where = WHERE.matcher(sql);
    boolean whole = !where.find();
    this.name = name;
    this.select = (whole ? sql : sql.substring(0, where.start())).strip();
    this.condition = whole ? null : sql.substring(where.end()).strip();
    this.columns = new ArrayList<>();
    String found = null;
    Matcher places = PLACE.matcher(select);
    while (places.find()) {
      switch (places.group(1)) {
        case "text" -> columns.add(new Column(places.group(2), Kind.TEXT));
        case "number" -> columns.add(new Column(places.group(2), Kind.NUMBER));
        case "table" -> found = places.group(2);
        default -> throw new IllegalArgumentException(name + ": " + places.group());
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(name + " names no table");
    }
    this.table = found;
  }

  /** How a column is asked from a {@link Row}. */
  public enum Kind {
    NUMBER,
    TEXT
  }

  /**
   * A column of the rows.
   *
   * @param name as the query spells it
   */
  public record Column(String name, Kind kind) {}

  /** The query in the resource {@code reads/NAME.sql}. */
  public static Query load(String name) {
    try (InputStream in = Query.class.getResourceAsStream(FOLDER + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no reads/" + name + ".sql");
      }
      return new Query(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Columns of a table, all as text; for what is kept without being understood. */
  public static Query wholeTable(String table, List<String> columns) {
    String list = columns.stream().map(c -> "{text:" + c + "}").collect(Collectors.joining(", "));
    return of(table, "SELECT " + list + " FROM {table:" + table + "}");
  }

  /** All columns of a table: whole numbers and truth values as numbers, all else as text. */
  public static Query wholeTable(String table, Catalogue catalogue) {
    String list =
        catalogue.columns(table).stream()
            .map(column -> (isWhole(column) ? "{number:" : "{text:") + column.name() + "}")
            .collect(Collectors.joining(", "));
    return of(table, "SELECT " + list + " FROM {table:" + table + "}");
  }

  private static boolean isWhole(Catalogue.Column column) {
    return column.form() == Form.BOOLEAN
        || column.type().matches("int[248]?|(tiny|small|medium|big)int");
  }

  /**
   * @param name for messages
   */
  static Query of(String name, String text) {
    return new Query(name, text);
  }

  /** The word for messages. */
  public String name() {
    return name;
  }

  /** The table as the query spells it. */
  public String table() {
    return table;
  }

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** Position of a column in the rows; a name that the query lacks is a defect of ours. */
  public int column(String wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(wanted)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + wanted);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Whether the schema has the table. */
  boolean fits(Catalogue catalogue) {
    return catalogue.has(table);
  }

  /**
   * The select for a server.
   *
   * @param range condition for the part of the table to read, or empty for all of it
   * @throws MissingColumn if the WHERE needs a column that the schema lacks
   */
  String sql(Dialect dialect, Catalogue catalogue, String range) {
    String sql = filled(select, dialect, catalogue);
    if (condition != null) {
      sql += "\nWHERE (" + filled(condition, dialect, catalogue) + ")";
      return range.isEmpty() ? sql : sql + " AND " + range;
    }
    return range.isEmpty() ? sql : sql + "\nWHERE " + range;
  }

  private String filled(String text, Dialect dialect, Catalogue catalogue) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(fill(place.group(1), place.group(2), dialect, catalogue)));
  }

  private String fill(String kind, String wanted, Dialect dialect, Catalogue catalogue) {
    if (kind.equals("table")) {
      return dialect.table(catalogue.table(table).orElseThrow().name());
    }
    Catalogue.Column column = catalogue.column(table, wanted).orElse(null);
    return switch (kind) {
      case "text" -> column == null ? "NULL" : dialect.text(column);
      case "number" -> column == null ? "NULL" : dialect.number(column);
      case "column" -> {
        if (column == null) {
          throw new MissingColumn(table, wanted);
        }
        yield dialect.quoted(column.name());
      }
      default -> throw new IllegalArgumentException(name + ": {" + kind + ":" + wanted + "}");
    };
  }

  /** A condition names a column that the schema lacks. */
  static final class MissingColumn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingColumn(String table, String column) {
      super(table + "." + column);
    }
  }
}
