package dev.packhorse.demo;

import dev.packhorse.connectors.spi.Demonstration;
import dev.packhorse.samples.DatabaseOptions;
import dev.packhorse.samples.MattermostDatabase;
import dev.packhorse.samples.SampleFileStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A PostgreSQL with a made-up Mattermost in it. It can be reached from this machine only and wants
 * a password, as whoever may do everything on a database server may do everything its owner can.
 */
final class EmbeddedServer implements Demonstration.Server {
  private static final String OWNER = "postgres";
  private static final String READER = "reader";
  private static final String DATABASE = "mattermost";
  private static final long SEED = 1;

  private final DemoFolder folder;
  private final String password;
  private final int port;
  private String contents;

  private EmbeddedServer(DemoFolder folder, String password, int port) {
    this.folder = folder;
    this.password = password;
    this.port = port;
  }

  static EmbeddedServer start(DemoFolder folder, long posts) throws IOException {
    String password = newPassword();
    Path file = Files.writeString(folder.path().resolve("password"), password + "\n");
    // Else it makes a folder beside ours as well.
    System.setProperty("ot.epg.working-dir", folder.path().resolve("server").toString());
    EmbeddedPostgres running =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.path().resolve("data"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false) // the guard of the folder stops it
            // These are handed on to initdb, whatever their name.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", file.toString())
            .setConnectConfig("password", password)
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("fsync", "off")
            .start();
    EmbeddedServer server = new EmbeddedServer(folder, password, running.getPort());
    try {
      server.fill(posts);
    } catch (SQLException e) {
      throw new IOException("the database of the demo could not be filled: " + e.getMessage(), e);
    }
    return server;
  }

  private static String newPassword() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private void fill(long posts) throws IOException, SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
      statement.execute("CREATE USER " + READER + " PASSWORD '" + password + "'");
    }
    DatabaseOptions options = DatabaseOptions.of(posts, SEED);
    MattermostDatabase.fill(() -> connect(DATABASE), options);
    try (Connection connection = connect(DATABASE);
        Statement statement = connection.createStatement()) {
      long files = SampleFileStore.write(connection, folder.path().resolve("files"));
      statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + READER);
      contents =
          String.format(
              Locale.ROOT, "%,d posts of %,d people, %,d files", posts, options.users(), files);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, OWNER, password);
  }

  @Override
  public String address() {
    return "postgres://" + READER + "@127.0.0.1:" + port + "/" + DATABASE;
  }

  @Override
  public String files() {
    return folder.path().resolve("files").toString();
  }

  @Override
  public Path password() {
    return folder.path().resolve("password");
  }

  @Override
  public String contents() {
    return contents;
  }

  @Override
  public Path scratch() {
    return folder.path();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
