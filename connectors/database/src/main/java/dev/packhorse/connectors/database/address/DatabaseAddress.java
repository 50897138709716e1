package dev.packhorse.connectors.database.address;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a database is and how to get in.
 *
 * @param hosts at least one, unless there is a socket; several are tried in turn
 * @param socket file of a Unix socket, or null
 * @param user null for the user of the process
 * @param password null if the address has none
 * @param schema {@code search_path} of PostgreSQL, or null for the user's own
 * @param connectSeconds how long connecting may take; 0 if nothing was said
 * @param ignored parameters that mean nothing here, by name
 */
public record DatabaseAddress(
    Engine engine,
    List<Host> hosts,
    String socket,
    String user,
    String password,
    String database,
    String schema,
    Tls tls,
    int connectSeconds,
    List<String> ignored) {

  /** A host name or IP address (IPv6 without brackets), and its port. */
  public record Host(String name, int port) {
    @Override
    public String toString() {
      return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
  }

  /** Whether a text is an address of a database. Looks at its beginning only. */
  public static boolean handles(String text) {
    return Url.engine(text) != null;
  }

  /**
   * Reads an address as people type it: {@code postgres://user@host:5432/database?sslmode=require},
   * {@code mysql://user@host:3306/database?tls=true}; for Unix sockets {@code
   * postgres:///database?host=/var/run/postgresql} and {@code
   * mysql:///database?socket=/run/mysqld/mysqld.sock}.
   *
   * @throws AddressException if it is none
   */
  public static DatabaseAddress parse(String text) {
    if (!handles(text)) {
      throw new AddressException("The address of a database begins with postgres:// or mysql://.");
    }
    return dsn(Url.engine(text), text);
  }

  /**
   * Reads a data source as the configuration of a Mattermost server has it ({@code
   * SqlSettings.DataSource}): for PostgreSQL a URL or {@code name=value} pairs, for MySQL {@code
   * user:password@tcp(host:port)/database?parameters}.
   *
   * @throws AddressException if it is none
   */
  public static DatabaseAddress dsn(Engine engine, String text) {
    String trimmed = text.strip();
    Draft draft = new Draft(engine);
    Engine written = Url.engine(trimmed);
    if (written != null && written != engine) {
      throw new AddressException(
          "The driver is " + engine.scheme() + ", the data source is one of another engine.");
    }
    if (engine == Engine.MYSQL && GoMysql.handles(trimmed)) {
      GoMysql.read(trimmed, draft);
    } else if (written != null) {
      Url.read(trimmed, draft);
    } else {
      KeyValues.read(trimmed, draft);
    }
    return draft.address();
  }

  public boolean hasPassword() {
    return password != null;
  }

  /** The same with another password. */
  public DatabaseAddress withPassword(String other) {
    return new DatabaseAddress(
        engine, hosts, socket, user, other, database, schema, tls, connectSeconds, ignored);
  }

  /** Host and port, or the socket; for messages. */
  public String where() {
    return socket != null
        ? socket
        : hosts.stream().map(Host::toString).collect(Collectors.joining(","));
  }

  /** The address in one form, whatever form it was written in, without secrets. */
  public String canonical() {
    StringBuilder text = new StringBuilder(engine.scheme()).append("://");
    if (user != null) {
      text.append(Url.encoded(user)).append('@');
    }
    if (socket == null) {
      text.append(where().toLowerCase(Locale.ROOT));
    }
    text.append('/').append(Url.encoded(database));
    Map<String, String> more = new java.util.LinkedHashMap<>();
    if (socket != null) {
      more.put("socket", socket);
    }
    if (schema != null) {
      more.put("search_path", schema);
    }
    String joint = "?";
    for (Map.Entry<String, String> entry : more.entrySet()) {
      text.append(joint).append(entry.getKey()).append('=').append(Url.encoded(entry.getValue()));
      joint = "&";
    }
    return text.toString();
  }

  /** The canonical form, since records would show their password. */
  @Override
  public String toString() {
    return canonical();
  }
}
