package dev.packhorse.connectors.server.testing.wire;

import java.io.IOException;

/** A fault broke the connection inside a request. */
public final class ConnectionCut extends IOException {
  ConnectionCut() {
    super("cut by the test");
  }
}
