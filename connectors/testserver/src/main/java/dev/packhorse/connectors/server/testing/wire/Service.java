package dev.packhorse.connectors.server.testing.wire;

import java.io.IOException;

/** What stands behind the connections. */
@FunctionalInterface
public interface Service {
  /** An answer and how it goes out. */
  record Served(Reply reply, Delivery delivery) {}

  /**
   * Answers one request.
   *
   * @return null if it shall never be answered
   * @throws IOException if the request can't be read; the connection is then closed without answer
   */
  Served serve(Request request) throws IOException;
}
