package dev.packhorse.connectors.server.testing.routes;

import java.util.ArrayList;
import java.util.List;

/** All routes; of two that fit, the one that was added first is taken. */
final class RouteTable {
  private final List<Route> routes = new ArrayList<>();

  /** Needs no sign-in, and is on the socket as well. */
  void open(String route, Handler handler) {
    add(route, false, true, true, false, handler);
  }

  /** Needs no sign-in, and is not on the socket. */
  void openRemote(String route, Handler handler) {
    add(route, false, false, true, false, handler);
  }

  /** Needs somebody who has signed in, or the socket. */
  void both(String route, Handler handler) {
    add(route, true, true, true, false, handler);
  }

  /** Is not on the socket. */
  void remote(String route, Handler handler) {
    add(route, true, false, true, false, handler);
  }

  /** Is on the socket only. */
  void local(String route, Handler handler) {
    add(route, true, true, false, false, handler);
  }

  /** As {@link #both}; the body is read as it comes. */
  void streamed(String route, Handler handler) {
    add(route, true, true, true, true, handler);
  }

  private void add(
      String route, boolean login, boolean local, boolean remote, boolean streamed, Handler run) {
    int blank = route.indexOf(' ');
    String[] path = route.substring(blank + 2).split("/");
    routes.add(new Route(route.substring(0, blank), path, login, local, remote, streamed, run));
  }

  List<Route> routes() {
    return routes;
  }
}
