package dev.packhorse.connectors.database.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {
  /** Since this version the server reads ranges of blocks without reading those before them. */
  private static final int RANGES_OF_BLOCKS = 140_000;

  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

  /** Undefined table: to the snapshot it is gone. */
  private static final String REWRITTEN = "42P01";

  private final String schema;
  private final boolean rangesOfBlocks;
  private final int blockSize;

  /**
   * @param schema the one that the connection works in
   * @param version as in {@code server_version_num}
   */
  PostgresDialect(String schema, int version, int blockSize) {
    this.schema = schema;
    this.rangesOfBlocks = version >= RANGES_OF_BLOCKS;
    this.blockSize = blockSize;
  }

  @Override
  public String schema() {
    return schema;
  }

  @Override
  public String user(Connection connection) throws SQLException {
    return Opening.ask(connection, "SELECT quote_ident(current_user)");
  }

  @Override
  public String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** With the schema, since a name alone may be found in the wrong one. */
  @Override
  public String table(String name) {
    return quoted(schema) + "." + quoted(name);
  }

  @Override
  public String text(Catalogue.Column column) {
    String name = quoted(column.name());
    return switch (column.form()) {
      case BOOLEAN -> name + "::int::text";
      case BINARY -> "replace(encode(" + name + ", 'base64'), chr(10), '')";
      case TEXT -> TEXTS.contains(column.type()) ? name : name + "::text";
      case NUMBER, JSON, OTHER -> name + "::text";
    };
  }

  /** Whole numbers and booleans come as they are: their length tells the reader the type. */
  @Override
  public String number(Catalogue.Column column) {
    String name = quoted(column.name());
    if (column.form() == Form.BOOLEAN || INTEGERS.contains(column.type())) {
      return name;
    }
    if (column.form() == Form.NUMBER) {
      return name + "::bigint";
    }
    return "CASE WHEN " + name + "::text ~ '^-?[0-9]{1,18}$' THEN " + name + "::text::bigint END";
  }

  /**
   * From the system's own tables, as information_schema leaves out what the user may not read, and
   * a table that may not be read must not look like one that is not there.
   */
  @Override
  public Catalogue catalogue(Connection connection) throws SQLException {
    String sql =
        """
        SELECT c.relname, c.relkind = 'r' AND am.amname = 'heap', a.attname,
               coalesce(base.typname, t.typname), coalesce(base.typtype, t.typtype),
               has_table_privilege(c.oid, 'SELECT')
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_catalog.pg_type base ON t.typtype = 'd' AND base.oid = t.typbasetype
        LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
        -- of two names that differ in case, the server means the one in lower case
        ORDER BY c.relname = lower(c.relname), c.relname, a.attnum""";
    Map<String, Catalogue.Table> tables = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String table = rows.getString(1);
          boolean stored = rows.getBoolean(2);
          boolean readable = rows.getBoolean(6);
          String type = rows.getString(4);
          tables
              .computeIfAbsent(
                  table, n -> new Catalogue.Table(n, new ArrayList<>(), stored, readable))
              .columns()
              .add(
                  new Catalogue.Column(
                      rows.getString(3), type, form(type, rows.getString(5).equals("e"))));
        }
      }
    }
    return new Catalogue(tables.values());
  }

  private static Form form(String type, boolean enumeration) {
    if (enumeration || TEXTS.contains(type)) {
      return Form.TEXT;
    }
    if (INTEGERS.contains(type)) {
      return Form.NUMBER;
    }
    return switch (type) {
      case "bool" -> Form.BOOLEAN;
      case "numeric", "float4", "float8" -> Form.NUMBER;
      case "json", "jsonb" -> Form.JSON;
      case "bytea" -> Form.BINARY;
      default -> Form.OTHER;
    };
  }

  @Override
  public Sizes sizes(Connection connection) throws SQLException {
    String sql =
        """
        SELECT c.relname, pg_catalog.pg_table_size(c.oid), pg_catalog.pg_relation_size(c.oid),
               c.reltuples, c.relpages
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
          AND c.relkind IN ('r', 'm')""";
    Sizes sizes = new Sizes();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long scanned = rows.getLong(3);
          double perPage = rows.getDouble(4) / Math.max(1, rows.getLong(5));
          long estimate = Math.max(0, Math.round(perPage * (scanned / (double) blockSize)));
          sizes.put(rows.getString(1), new Sizes.Size(estimate, rows.getLong(2), scanned));
        }
      }
    }
    return sizes;
  }

  /** Ranges of blocks; the last is open, for what the size did not show. */
  @Override
  public List<String> ranges(
      Connection connection, Catalogue.Table table, Sizes.Size size, int parts) {
    long blocks = size.scanned() / blockSize;
    long count = Math.min(parts, blocks);
    if (!rangesOfBlocks || !table.stored() || count < 2) {
      return List.of("");
    }
    List<String> ranges = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      String from = "ctid >= '(" + blocks * i / count + ",0)'::tid";
      String to = "ctid < '(" + blocks * (i + 1) / count + ",0)'::tid";
      ranges.add(i == 0 ? to : i == count - 1 ? from : from + " AND " + to);
    }
    return ranges;
  }

  /**
   * Takes the lock that reading a table takes, for all of them at once: from here on nobody can
   * change them under us, and a right that is missing shows before the work. What changed between
   * the instant and now shows in the table's file, which the snapshot remembers.
   */
  @Override
  public void hold(Connection connection, List<String> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("LOCK TABLE " + table(table) + " IN ACCESS SHARE MODE");
      }
    }
    String sql =
        """
        SELECT c.relname FROM pg_catalog.pg_class c
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
          AND c.relname = ANY (?) AND c.relkind = 'r' AND c.relfilenode <> 0
          AND c.relfilenode IS DISTINCT FROM pg_catalog.pg_relation_filenode(c.oid)""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      statement.setArray(2, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          throw new SQLException("table " + rows.getString(1) + " was rewritten", REWRITTEN);
        }
      }
    }
  }

  @Override
  public Lane lane(Connection connection) throws SQLException {
    return new PostgresLane(connection);
  }

  @Override
  public DatabaseProblem meaning(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    DatabaseProblem known =
        switch (state) {
          case "28P01", "28000", "08004" -> DatabaseProblem.LOGIN;
          case "3D000" -> DatabaseProblem.NOT_FOUND;
          case "42501" -> DatabaseProblem.READ;
          case "53300" -> DatabaseProblem.TOO_MANY_CONNECTIONS;
          // In a transaction that only reads there is no other reason for it.
          case "40001", "40P01" -> DatabaseProblem.RECOVERY_CONFLICT;
          case "57014", "55P03", "25P03", "25P04" -> DatabaseProblem.TIMED_OUT;
          case "42P01", "42703" -> DatabaseProblem.SCHEMA_CHANGED;
          case "57P01", "57P02", "57P03", "57P05" -> DatabaseProblem.CONNECTION_LOST;
          case "08P01" -> PgBouncer.meaning(String.valueOf(e.getMessage()));
          default -> null;
        };
    if (known != null) {
      return known;
    }
    return state.startsWith("08") ? DatabaseProblem.CONNECTION_LOST : DatabaseProblem.FAILED;
  }

  @Override
  public String grant(String user) {
    return "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + user + ";";
  }
}
