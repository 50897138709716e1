package dev.packhorse.connectors.database.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/** A dump as text, loaded without the engines' own programs. */
final class Dump {
  private final BufferedReader lines;

  private Dump(BufferedReader lines) {
    this.lines = lines;
  }

  /** One of the resources in {@code mattermost-5.37}. */
  static Dump open(String name) throws IOException {
    InputStream in = Mattermost537.open(name);
    return new Dump(
        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8)));
  }

  /** Statements of pg_dump, whose data stands in COPY blocks; lines of psql's own are left out. */
  void toPostgres(Connection connection) throws IOException, SQLException {
    try (lines;
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      String sql;
      while ((sql = next("\\")) != null) {
        if (sql.startsWith("COPY ")) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(sql.substring(0, sql.lastIndexOf(';')), new StringReader(copied()));
        } else {
          statement.execute(sql);
        }
      }
    }
  }

  /** Statements of mysqldump, each of which ends with its line. */
  void toMysql(Connection connection) throws IOException, SQLException {
    try (lines;
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      String sql;
      while ((sql = next("/*M!999999")) != null) {
        statement.execute(sql);
      }
    }
  }

  private String next(String notSql) throws IOException {
    StringBuilder sql = new StringBuilder();
    String line;
    while ((line = lines.readLine()) != null) {
      boolean between = sql.length() == 0;
      if (!between || !(line.isBlank() || line.startsWith("--") || line.startsWith(notSql))) {
        sql.append(line).append('\n');
        if (line.endsWith(";")) {
          return sql.toString();
        }
      }
    }
    return null;
  }

  private String copied() throws IOException {
    StringBuilder rows = new StringBuilder();
    String line;
    while (!(line = lines.readLine()).equals("\\.")) {
      rows.append(line).append('\n');
    }
    return rows.toString();
  }
}
