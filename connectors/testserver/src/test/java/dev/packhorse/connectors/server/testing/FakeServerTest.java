package dev.packhorse.connectors.server.testing;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The fake keeps the contract of the real one. */
class FakeServerTest extends ServerContract {
  private FakeServer fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeServer.start();
    fake.jobs().byClock();
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  @Override
  Site site() {
    try {
      return new Site(fake.uri(), fake.personalToken(fake.user("ann").admin()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  void pause() {
    fake.advance(Duration.ofSeconds(20));
  }
}
