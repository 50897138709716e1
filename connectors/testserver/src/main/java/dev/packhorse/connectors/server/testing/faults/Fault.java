package dev.packhorse.connectors.server.testing.faults;

import dev.packhorse.connectors.server.testing.wire.Delivery;
import dev.packhorse.connectors.server.testing.wire.Reply;
import dev.packhorse.connectors.server.testing.wire.Request;

/** Something that goes wrong with one call. */
interface Fault {
  /** Before the server sees the call. */
  default void before(Request request) {}

  /** An answer that keeps the call from the server; null lets it through. */
  default Reply instead(Request request) {
    return null;
  }

  /** Whether the call is taken and never answered, and never reaches the server. */
  default boolean silent() {
    return false;
  }

  /** How the answer goes out. */
  default Delivery deliver(Delivery delivery) {
    return delivery;
  }
}
