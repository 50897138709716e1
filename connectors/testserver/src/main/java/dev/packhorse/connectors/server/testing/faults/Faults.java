package dev.packhorse.connectors.server.testing.faults;

import dev.packhorse.connectors.server.testing.wire.Delivery;
import dev.packhorse.connectors.server.testing.wire.Reply;
import dev.packhorse.connectors.server.testing.wire.Request;
import dev.packhorse.connectors.server.testing.wire.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The faults that a test has scripted, in front of the server that works. */
public final class Faults implements Service {
  private final Service server;
  private final List<FaultRule> rules = new ArrayList<>();

  public Faults(Service server) {
    this.server = server;
  }

  /**
   * @param route method and path below {@code /api/v4}; {@code *} is one step of the path, and
   *     {@code **} at the end any number of them
   */
  public synchronized FaultRule on(String route) {
    FaultRule rule = new FaultRule(route);
    rules.add(rule);
    return rule;
  }

  public synchronized void clear() {
    rules.clear();
  }

  @Override
  public Served serve(Request request) throws IOException {
    List<Fault> faults = met(request);
    for (Fault fault : faults) {
      fault.before(request);
    }
    if (faults.stream().anyMatch(Fault::silent)) {
      return null;
    }
    Delivery delivery = Delivery.WHOLE;
    for (Fault fault : faults) {
      delivery = fault.deliver(delivery);
    }
    for (Fault fault : faults) {
      Reply reply = fault.instead(request);
      if (reply != null) {
        return new Served(reply, delivery);
      }
    }
    return new Served(server.serve(request).reply(), delivery);
  }

  private synchronized List<Fault> met(Request request) {
    List<Fault> faults = new ArrayList<>();
    for (FaultRule rule : rules) {
      if (rule.meets(request)) {
        faults.addAll(rule.faults());
      }
    }
    return faults;
  }
}
