package dev.packhorse.connectors.spi;

import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the connector for an address among those on the class path. */
public final class Connectors {
  private Connectors() {}

  public static Optional<Connector> find(String address) {
    for (Connector connector : ServiceLoader.load(Connector.class)) {
      if (connector.handles(address)) {
        return Optional.of(connector);
      }
    }
    return Optional.empty();
  }
}
