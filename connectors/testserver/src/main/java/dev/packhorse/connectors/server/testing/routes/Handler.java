package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.wire.Reply;
import java.io.IOException;

/** Serves one route. */
@FunctionalInterface
interface Handler {
  Reply handle(Exchange exchange) throws IOException;
}
