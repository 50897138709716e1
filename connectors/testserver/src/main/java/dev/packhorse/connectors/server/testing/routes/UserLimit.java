package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.Profile;
import dev.packhorse.connectors.server.testing.state.World;

/**
 * How many active users a server without licence has (rest-api reference 6).
 *
 * @param warned above it administrators are told
 * @param refused from it on no account is added; 0 for never
 */
record UserLimit(long warned, long refused) {
  static UserLimit of(World world) {
    Profile profile = world.profile;
    if (world.licence != null || profile.before(9, 5)) {
      return new UserLimit(0, 0);
    }
    if (profile.since(11, 0)) {
      return new UserLimit(200, 250);
    }
    if (profile.since(10, 6)) {
      return new UserLimit(2_500, 5_000);
    }
    return new UserLimit(profile.since(9, 9) ? 5_000 : 10_000, profile.since(9, 7) ? 11_000 : 0);
  }

  /** Whether one more active account is one too many. */
  boolean reached(World world) {
    return refused > 0 && world.activeUsers() >= refused;
  }
}
