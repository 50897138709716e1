package dev.packhorse.connectors.database.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** MySQL and MariaDB. */
final class MysqlDialect implements Dialect {
  /** Letters of the ids that Mattermost makes, in the order of most collations. */
  private static final String ID_LETTERS = "13456789abcdefghijkmnopqrstuwxyz";

  private final String database;

  MysqlDialect(String database) {
    this.database = database;
  }

  @Override
  public String schema() {
    return database;
  }

  @Override
  public String user(Connection connection) throws SQLException {
    String user = Opening.ask(connection, "SELECT CURRENT_USER()");
    int at = user.lastIndexOf('@');
    return at < 0 ? user : "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
  }

  @Override
  public String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  @Override
  public String table(String name) {
    return quoted(name);
  }

  @Override
  public String text(Catalogue.Column column) {
    String name = quoted(column.name());
    return switch (column.form()) {
      case TEXT, JSON -> name;
      case BINARY -> "REPLACE(TO_BASE64(" + name + "), CHAR(10), '')";
      case NUMBER, BOOLEAN, OTHER ->
          "CAST(" + (column.type().equals("bit") ? name + " + 0" : name) + " AS CHAR)";
    };
  }

  @Override
  public String number(Catalogue.Column column) {
    String name = quoted(column.name());
    return switch (column.type()) {
      case "tinyint", "smallint", "mediumint", "int", "bigint" -> name;
      case "bit" -> name + " + 0";
      case "decimal", "float", "double" -> "CAST(ROUND(" + name + ") AS SIGNED)";
      default -> "CAST(" + name + " AS SIGNED)";
    };
  }

  /** A right to all tables; one that comes by a role is not found, which errs on the safe side. */
  private static final String MAY_SEE_ALL =
      """
      SELECT PRIVILEGE_TYPE
      FROM (SELECT GRANTEE, PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES
            UNION ALL
            SELECT GRANTEE, PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES
            WHERE DATABASE() LIKE TABLE_SCHEMA) AS rights
      WHERE PRIVILEGE_TYPE = 'SELECT'
        AND REPLACE(GRANTEE, '''', '') = CURRENT_USER()
      LIMIT 1""";

  @Override
  public Catalogue catalogue(Connection connection) throws SQLException {
    String sql =
        """
        SELECT c.TABLE_NAME, t.ENGINE, c.COLUMN_NAME, c.DATA_TYPE, c.COLUMN_TYPE
        FROM information_schema.COLUMNS c
        JOIN information_schema.TABLES t
          ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
        WHERE c.TABLE_SCHEMA = DATABASE()
        ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION""";
    Map<String, Catalogue.Table> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        boolean stored = "InnoDB".equalsIgnoreCase(rows.getString(2));
        String type = rows.getString(4).toLowerCase(Locale.ROOT);
        tables
            .computeIfAbsent(
                rows.getString(1), n -> new Catalogue.Table(n, new ArrayList<>(), stored, true))
            .columns()
            .add(new Catalogue.Column(rows.getString(3), type, form(type, rows.getString(5))));
      }
    }
    Catalogue catalogue = new Catalogue(inOrder(tables));
    catalogue.whole(Opening.ask(connection, MAY_SEE_ALL) != null);
    return catalogue;
  }

  /** Of two names that differ in case, the server means the one with capitals. */
  private static List<Catalogue.Table> inOrder(Map<String, Catalogue.Table> tables) {
    List<Catalogue.Table> sorted = new ArrayList<>();
    tables.values().stream().filter(t -> lower(t.name())).forEach(sorted::add);
    tables.values().stream().filter(t -> !lower(t.name())).forEach(sorted::add);
    return sorted;
  }

  private static boolean lower(String name) {
    return name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static Form form(String type, String withLength) {
    return switch (type) {
      case "tinyint" -> withLength.startsWith("tinyint(1)") ? Form.BOOLEAN : Form.NUMBER;
      case "bit" -> withLength.startsWith("bit(1)") ? Form.BOOLEAN : Form.NUMBER;
      case "smallint", "mediumint", "int", "bigint", "decimal", "float", "double" -> Form.NUMBER;
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
          Form.TEXT;
      case "json" -> Form.JSON;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> Form.BINARY;
      default -> Form.OTHER;
    };
  }

  @Override
  public Sizes sizes(Connection connection) throws SQLException {
    String sql =
        """
        SELECT TABLE_NAME, TABLE_ROWS, DATA_LENGTH
        FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()""";
    Sizes sizes = new Sizes();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        long bytes = rows.getLong(3);
        sizes.put(rows.getString(1), new Sizes.Size(rows.getLong(2), bytes, bytes));
      }
    }
    return sizes;
  }

  /**
   * Ranges of the first column of the primary key, in which the rows lie. Ids are even over the
   * alphabet, so that their first letters part them well; where they are not, the parts are uneven
   * and nothing else. The server puts the bounds into the order of the column's collation, so that
   * every value, whatever letters it has, lies between two of them.
   */
  @Override
  public List<String> ranges(
      Connection connection, Catalogue.Table table, Sizes.Size size, int parts)
      throws SQLException {
    Key key = parts < 2 || !table.stored() ? null : key(connection, table.name());
    if (key == null || key.collation == null) {
      return List.of("");
    }
    List<String> bounds = bounds(connection, key, parts);
    String column = quoted(key.column);
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i <= bounds.size(); i++) {
      String from = i == 0 ? null : column + " >= '" + bounds.get(i - 1) + "'";
      String to = i == bounds.size() ? null : column + " < '" + bounds.get(i) + "'";
      ranges.add(from == null ? to : to == null ? from : from + " AND " + to);
    }
    return ranges;
  }

  /**
   * @param collation null if it is no text
   */
  private record Key(String column, String characters, String collation) {}

  private static Key key(Connection connection, String table) throws SQLException {
    String sql =
        """
        SELECT c.COLUMN_NAME, c.CHARACTER_SET_NAME, c.COLLATION_NAME
        FROM information_schema.STATISTICS s
        JOIN information_schema.COLUMNS c
          ON c.TABLE_SCHEMA = s.TABLE_SCHEMA AND c.TABLE_NAME = s.TABLE_NAME
            AND c.COLUMN_NAME = s.COLUMN_NAME
        WHERE s.TABLE_SCHEMA = DATABASE() AND s.TABLE_NAME = ?
          AND s.INDEX_NAME = 'PRIMARY' AND s.SEQ_IN_INDEX = 1""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? new Key(rows.getString(1), rows.getString(2), rows.getString(3))
            : null;
      }
    }
  }

  private static List<String> bounds(Connection connection, Key key, int parts)
      throws SQLException {
    int letters = ID_LETTERS.length();
    TreeSet<String> wanted = new TreeSet<>();
    for (int i = 1; i < parts; i++) {
      int number = (int) ((long) letters * letters * i / parts);
      wanted.add("" + ID_LETTERS.charAt(number / letters) + ID_LETTERS.charAt(number % letters));
    }
    List<String> selects = new ArrayList<>();
    for (String bound : wanted) {
      selects.add(
          "SELECT CONVERT('"
              + bound
              + "' USING "
              + key.characters
              + ") COLLATE "
              + key.collation
              + " AS bound");
    }
    // UNION leaves out what is equal under the collation.
    String sql =
        "SELECT bound FROM ("
            + String.join(" UNION ", selects)
            + ") bounds ORDER BY bound COLLATE "
            + key.collation;
    List<String> bounds = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        bounds.add(rows.getString(1));
      }
    }
    return bounds;
  }

  /** Nothing to do: the engine refuses to read a table that changed since the instant. */
  @Override
  public void hold(Connection connection, List<String> tables) {}

  @Override
  public Lane lane(Connection connection) {
    return new MysqlLane(connection);
  }

  @Override
  public DatabaseProblem meaning(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1045, 1130, 1251, 1698, 1820, 1862, 3118, 4151, 4165 -> DatabaseProblem.LOGIN;
      case 1044, 1142, 1143, 1227, 1370 -> DatabaseProblem.READ;
      case 1049 -> DatabaseProblem.NOT_FOUND;
      case 1040, 1203, 1226 -> DatabaseProblem.TOO_MANY_CONNECTIONS;
      case 3159 -> DatabaseProblem.TLS_DEMANDED;
      case 1205, 1317, 1969, 3024 -> DatabaseProblem.TIMED_OUT;
      case 1412, 1054, 1146 -> DatabaseProblem.SCHEMA_CHANGED;
      case 1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 3169 ->
          DatabaseProblem.CONNECTION_LOST;
      default ->
          String.valueOf(e.getSQLState()).startsWith("08")
              ? DatabaseProblem.CONNECTION_LOST
              : DatabaseProblem.FAILED;
    };
  }

  @Override
  public String grant(String user) {
    return "GRANT SELECT ON " + quoted(database) + ".* TO " + user + ";";
  }
}
