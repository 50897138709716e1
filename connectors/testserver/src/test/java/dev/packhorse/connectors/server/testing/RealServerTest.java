package dev.packhorse.connectors.server.testing;

import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real server keeps the contract, where one is at hand: a Mattermost of version 11. */
@EnabledIfEnvironmentVariable(
    named = "PACKHORSE_TEST_SERVER",
    matches = ".+",
    disabledReason = "PACKHORSE_TEST_SERVER names no real server")
@EnabledIfEnvironmentVariable(
    named = "PACKHORSE_TEST_TOKEN",
    matches = ".+",
    disabledReason = "PACKHORSE_TEST_TOKEN holds no administrator's token")
class RealServerTest extends ServerContract {
  private final String address = System.getenv("PACKHORSE_TEST_SERVER").replaceAll("/+$", "");

  @Override
  Site site() {
    return new Site(URI.create(address), System.getenv("PACKHORSE_TEST_TOKEN"));
  }

  @Override
  void pause() throws InterruptedException {
    Thread.sleep(2000);
  }
}
