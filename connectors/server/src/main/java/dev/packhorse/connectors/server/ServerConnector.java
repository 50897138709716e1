package dev.packhorse.connectors.server;

import dev.packhorse.connectors.server.export.ExportJobSource;
import dev.packhorse.connectors.server.http.ServerAddress;
import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Running Mattermost servers, by their API or local socket. */
public final class ServerConnector implements Connector {
  private static final String NO_TARGET = "A server can only be exported from.";

  @Override
  public String name() {
    return "server";
  }

  @Override
  public boolean handles(String address) {
    return ServerAddress.looksLikeOne(address);
  }

  @Override
  public String canonical(String address) {
    return ServerAddress.parse(address).canonical();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public Source source(String address, SourceOptions options) throws IOException {
    return new ExportJobSource(canonical(address), options, Clock.systemUTC());
  }

  @Override
  public Optional<String> refusal(String address, boolean replace) {
    return Optional.of(NO_TARGET);
  }

  @Override
  public Target target(String address, TargetOptions options, String mark) throws IOException {
    throw new IOException(NO_TARGET);
  }

  @Override
  public void discard(String address) {
    // Nothing is ever written.
  }
}
