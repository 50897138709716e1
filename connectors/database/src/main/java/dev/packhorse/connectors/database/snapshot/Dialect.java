package dev.packhorse.connectors.database.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Everything in which the engines differ once a connection stands. */
interface Dialect {

  /** The schema or database at hand. */
  String schema();

  /** Who we are, as a GRANT names it. */
  String user(Connection connection) throws SQLException;

  /** A name as it stands, in quotes. */
  String quoted(String name);

  /** A table of the schema at hand, by the server's spelling. */
  String table(String name);

  /** The expression that gives a column as text; see {@link Query}. */
  String text(Catalogue.Column column);

  /** The expression that gives a column as a number. */
  String number(Catalogue.Column column);

  /** Reads which tables there are. */
  Catalogue catalogue(Connection connection) throws SQLException;

  /** Reads how large they are. */
  Sizes sizes(Connection connection) throws SQLException;

  /**
   * Conditions of which each row of a table fulfils exactly one.
   *
   * @param parts how many would be good
   * @return one empty condition if the table can't be divided
   */
  List<String> ranges(Connection connection, Catalogue.Table table, Sizes.Size size, int parts)
      throws SQLException;

  /** Keeps tables from being changed until the transaction ends, as far as reading them would. */
  void hold(Connection connection, List<String> tables) throws SQLException;

  /** The connection as something rows can be read from. */
  Lane lane(Connection connection) throws SQLException;

  /** What an error means that came up on a connection that stood. */
  DatabaseProblem meaning(SQLException e);

  /** The statement that lets a user read what Packhorse reads. */
  String grant(String user);
}
