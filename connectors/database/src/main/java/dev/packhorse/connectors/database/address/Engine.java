package dev.packhorse.connectors.database.address;

/** A database engine; MariaDB is addressed as MySQL. */
public enum Engine {
  POSTGRES("postgres", 5432),
  MYSQL("mysql", 3306);

  private final String scheme;
  private final int port;

  Engine(String scheme, int port) {
    this.scheme = scheme;
    this.port = port;
  }

  /** How addresses begin; also the {@code SqlSettings.DriverName} of a Mattermost server. */
  public String scheme() {
    return scheme;
  }

  /** The port where nothing else is said. */
  public int port() {
    return port;
  }
}
