package dev.packhorse.connectors.server.testing.faults;

import dev.packhorse.connectors.server.testing.wire.Delivery;
import dev.packhorse.connectors.server.testing.wire.Reply;
import dev.packhorse.connectors.server.testing.wire.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Which calls of a route go wrong, and how. Calls are counted from 1 and from the moment the rule
 * is made; by default the first one is meant.
 */
public final class FaultRule {
  private final RoutePattern route;
  private final List<Fault> faults = new ArrayList<>();
  private int first = 1;
  private int last = 1;
  private int calls;

  FaultRule(String route) {
    this.route = new RoutePattern(route);
  }

  public FaultRule call(int n) {
    first = n;
    last = n;
    return this;
  }

  /** So many calls from the first one meant. */
  public FaultRule times(int n) {
    last = first + n - 1;
    return this;
  }

  public FaultRule always() {
    last = Integer.MAX_VALUE;
    return this;
  }

  /** The connection breaks after so many bytes of the request's body. */
  public FaultRule dropAfter(long bytes) {
    return add(
        new Fault() {
          @Override
          public void before(Request request) {
            request.body().cutAfter(bytes);
          }
        });
  }

  /** The server does what it is asked for; the connection closes before the status line. */
  public FaultRule loseAnswer() {
    return delivered(Delivery::losing);
  }

  /** The connection closes after so many bytes of the answer's body. */
  public FaultRule cutAfter(long bytes) {
    return delivered(delivery -> delivery.cuttingAfter(bytes));
  }

  /** Nothing more comes after so many bytes of the answer's body. */
  public FaultRule stallAfter(long bytes) {
    return delivered(delivery -> delivery.stallingAfter(bytes));
  }

  /** The call is taken and never answered. */
  public FaultRule stall() {
    return add(
        new Fault() {
          @Override
          public boolean silent() {
            return true;
          }
        });
  }

  public FaultRule slow(int bytesAtOnce, Duration pause) {
    return delivered(delivery -> delivery.inPieces(bytesAtOnce, pause));
  }

  /** 500 is said by Mattermost itself, in JSON; 502, 503 and 504 by a proxy, in HTML. */
  public FaultRule status(int status) {
    return add(new Instead(request -> Answers.status(status)));
  }

  /** A proxy refuses bodies above so many bytes, in HTML. */
  public FaultRule html413(long limit) {
    return add(new Instead(request -> request.body().length() > limit ? Answers.proxy(413) : null));
  }

  /** The rate limiter refuses, in plain text. */
  public FaultRule tooMany(long retryAfterSeconds) {
    return add(new Instead(request -> Answers.tooMany(retryAfterSeconds)));
  }

  /** Anything a test wants to answer itself. */
  public FaultRule answer(int status, String contentType, String body) {
    return add(new Instead(request -> Reply.text(status, contentType, body)));
  }

  /** Something happens just before the call; the call itself is served. */
  public FaultRule before(Runnable event) {
    return add(
        new Fault() {
          @Override
          public void before(Request request) {
            event.run();
          }
        });
  }

  private FaultRule delivered(UnaryOperator<Delivery> how) {
    return add(
        new Fault() {
          @Override
          public Delivery deliver(Delivery delivery) {
            return how.apply(delivery);
          }
        });
  }

  private synchronized FaultRule add(Fault fault) {
    faults.add(fault);
    return this;
  }

  synchronized List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Counts the call if the route is the one meant. */
  synchronized boolean meets(Request request) {
    if (!route.matches(request)) {
      return false;
    }
    calls++;
    return calls >= first && calls <= last;
  }
}
