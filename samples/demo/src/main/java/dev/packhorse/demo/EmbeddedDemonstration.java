package dev.packhorse.demo;

import dev.packhorse.connectors.spi.Demonstration;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Fills a PostgreSQL that came with the program. */
public final class EmbeddedDemonstration implements Demonstration {

  @Override
  public Optional<String> refusal() {
    String system = System.getProperty("os.name");
    String machine = System.getProperty("os.arch");
    try {
      DefaultPostgresBinaryResolver.INSTANCE
          .getPgBinary(
              system.startsWith("Mac") ? "Darwin" : system,
              machine.equals("amd64") ? "x86_64" : machine)
          .close();
      return Optional.empty();
    } catch (IOException | IllegalStateException e) {
      return Optional.of(
          "The demo brings a PostgreSQL along, and there is none for "
              + system
              + " on "
              + machine
              + ".");
    }
  }

  @Override
  public Server start(long posts) throws IOException {
    DemoFolder folder = DemoFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      return EmbeddedServer.start(folder, posts);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }
}
