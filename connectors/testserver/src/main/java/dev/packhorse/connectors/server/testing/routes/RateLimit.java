package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.state.World;
import dev.packhorse.connectors.server.testing.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One leaky bucket for all callers, in front of every route (rest-api reference 1.7). */
final class RateLimit {
  private final World world;

  /** When the bucket will be empty of debts; milliseconds. */
  private long fullAgainAt;

  RateLimit(World world) {
    this.world = world;
  }

  /** The refusal, or null; adds the headers for the answer to the list. */
  Reply check(List<Map.Entry<String, String>> headers) {
    if (!world.config.on("RateLimitSettings.Enable")) {
      return null;
    }
    long now = world.now();
    long burst = world.config.number("RateLimitSettings.MaxBurst");
    long interval = 1000 / Math.max(1, world.config.number("RateLimitSettings.PerSec"));
    long start = Math.max(now, fullAgainAt);
    boolean refused = start - now > burst * interval;
    if (!refused) {
      fullAgainAt = start + interval;
    }
    long debt = Math.max(0, fullAgainAt - now);
    long remaining = Math.max(0, burst + 1 - (debt + interval - 1) / interval);
    List<Map.Entry<String, String>> own = new ArrayList<>();
    own.add(Map.entry("X-RateLimit-Limit", String.valueOf(burst + 1)));
    own.add(Map.entry("X-RateLimit-Remaining", String.valueOf(remaining)));
    own.add(Map.entry("X-RateLimit-Reset", String.valueOf((debt + 999) / 1000)));
    if (refused) {
      long wait = Math.max(1, (start - now - burst * interval + 999) / 1000);
      own.add(Map.entry("Retry-After", String.valueOf(wait)));
    }
    headers.addAll(own);
    if (world.config.on("RateLimitSettings.VaryByUser")) {
      // The bucket of the token and that of the user: added, not replaced.
      headers.addAll(own);
    }
    return refused ? Reply.text(429, "text/plain; charset=utf-8", "limit exceeded\n") : null;
  }
}
