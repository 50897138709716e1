package dev.packhorse.connectors.database.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** MySQL itself, from a jar that has its server and no more. */
record FetchedMysqlServer(String name, int port, String socket) implements TestServer {
  private static final String PACKED = "mysql-Linux-amd64.tar.gz";
  private static final long PATIENCE_SECONDS = 150;

  /**
   * @param libraries jar of a MariaDB that brings {@code libaio.so.1}, which MySQL needs and which
   *     newer systems call otherwise
   */
  static TestServer start(String name, Path jar, Path libraries) {
    try {
      Path folder = FetchedFiles.folder("my");
      FetchedFiles.unpackTar(FetchedFiles.entry(jar, PACKED), folder.resolve("base"));
      Path library = folder.resolve("base/lib/libaio.so.1");
      Files.createDirectories(library.getParent());
      Files.copy(FetchedFiles.entry(libraries, "/libaio.so.1"), library);
      run(folder, "--initialize-insecure").waitFor();
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      Path socket = folder.resolve("socket");
      Process process = run(folder, "--port=" + port, "--socket=" + socket);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
      FetchedMysqlServer started = new FetchedMysqlServer(name, port, socket.toString());
      try (Connection connection = started.firstConnection(process, folder);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE USER '"
                + TestDatabase.READER
                + "'@'%' IDENTIFIED BY '"
                + TestDatabase.PASSWORD
                + "'");
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process run(Path folder, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("base/bin/mysqld").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + folder.resolve("base"));
    command.add("--datadir=" + folder.resolve("data"));
    command.add("--bind-address=127.0.0.1");
    command.add("--secure-file-priv=NULL");
    command.add("--character-set-server=utf8mb4");
    command.add("--innodb-flush-log-at-trx-commit=0");
    command.add("--skip-log-bin");
    command.add("--loose-mysqlx=OFF");
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LD_LIBRARY_PATH", folder.resolve("base/lib").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private Connection firstConnection(Process process, Path folder)
      throws IOException, InterruptedException, SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        return administrator("");
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new SQLException(Files.readString(folder.resolve("log")), e);
        }
        Thread.sleep(200);
      }
    }
  }

  private static void stop(Process process, Path folder) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FetchedFiles.delete(folder);
  }

  @Override
  public boolean isPostgres() {
    return false;
  }

  @Override
  public Connection administrator(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?characterEncoding=UTF-8", "root", "");
  }
}
