package dev.packhorse.connectors.server.testing.faults;

import dev.packhorse.connectors.server.testing.wire.Reply;
import dev.packhorse.connectors.server.testing.wire.Request;
import java.util.function.Function;

/** Somebody in front of the server answers. */
record Instead(Function<Request, Reply> answer) implements Fault {
  @Override
  public Reply instead(Request request) {
    return answer.apply(request);
  }
}
