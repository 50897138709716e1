package dev.packhorse.connectors.database.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The servers that tests can have, each started when first asked for. */
public final class TestDatabases {
  private static final Map<String, Optional<TestServer>> CONTAINERS = new ConcurrentHashMap<>();

  private TestDatabases() {}

  /** An embedded PostgreSQL. */
  public static TestServer postgres() {
    return Embedded.POSTGRES;
  }

  /** An embedded MariaDB. */
  public static TestServer mariadb() {
    return EmbeddedMaria.MARIADB;
  }

  /**
   * A server in a container; empty without Docker, which is told on standard output by the image's
   * name.
   *
   * @param image such as {@code postgres:13}, {@code mysql:8.4} or {@code mariadb:10.6}
   */
  public static Optional<TestServer> container(String image) {
    return CONTAINERS.computeIfAbsent(image, TestDatabases::start);
  }

  private static Optional<TestServer> start(String image) {
    if (!docker()) {
      System.out.println("left out: " + image + ", as there is no Docker");
      return Optional.empty();
    }
    return Optional.of(Container.start(image));
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
