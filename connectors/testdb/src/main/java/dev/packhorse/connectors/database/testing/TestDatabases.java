package dev.packhorse.connectors.database.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The servers that tests can have, each started when first asked for. */
public final class TestDatabases {
  private static final Map<String, Optional<TestServer>> FURTHER = new ConcurrentHashMap<>();

  private TestDatabases() {}

  /** An embedded PostgreSQL. */
  public static TestServer postgres() {
    return Embedded.POSTGRES;
  }

  /** An embedded MariaDB. */
  public static TestServer mariadb() {
    return EmbeddedMaria.MARIADB;
  }

  /** A new PostgreSQL that lets the reader in by TLS only. */
  public static TestServer postgres(TlsFiles tls) {
    return EmbeddedPostgresServer.start(tls);
  }

  /** A new MariaDB that lets everybody in by TLS only. */
  public static TestServer mariadb(TlsFiles tls) {
    return EmbeddedMariaServer.start(tls);
  }

  /**
   * A new standby of the embedded PostgreSQL, which waits for no reader when it replays changes. It
   * has all databases of {@link #postgres}; none can be made on it.
   */
  public static TestServer standby() {
    return PostgresStandby.of(postgres());
  }

  /**
   * A server of a further version: from a jar that was fetched for it, or in a container. Empty if
   * there is neither, which is told on standard output by the image's name.
   *
   * @param image such as {@code postgres:13}, {@code mysql:8.4} or {@code mariadb:10.6}
   */
  public static Optional<TestServer> version(String image) {
    return FURTHER.computeIfAbsent(image, TestDatabases::start);
  }

  private static Optional<TestServer> start(String image) {
    Path jar = FetchedFiles.jar(image);
    if (Files.exists(jar)) {
      return Optional.of(fetched(image, jar));
    }
    if (docker()) {
      return Optional.of(Container.start(image));
    }
    System.out.println("left out: " + image + ", as there is neither " + jar + " nor Docker");
    return Optional.empty();
  }

  private static TestServer fetched(String image, Path jar) {
    return switch (image.substring(0, image.indexOf(':'))) {
      case "postgres" -> EmbeddedPostgresServer.start(image, jar);
      case "mariadb" -> EmbeddedMariaServer.start(image, jar);
      default -> FetchedMysqlServer.start(image, jar, FetchedFiles.jar("libaio"));
    };
  }

  /** Asking Docker itself takes seconds where there is none. */
  private static boolean docker() {
    return (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
        && Container.dockerAnswers();
  }

  private static final class Embedded {
    static final TestServer POSTGRES = EmbeddedPostgresServer.start();
  }

  private static final class EmbeddedMaria {
    static final TestServer MARIADB = EmbeddedMariaServer.start();
  }
}
