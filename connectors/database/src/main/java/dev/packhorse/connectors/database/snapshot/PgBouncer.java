package dev.packhorse.connectors.database.snapshot;

/**
 * What PgBouncer says for itself. It does so with one code for everything, that of a violated
 * protocol, so the words must tell; they are those of version 1.18.
 */
final class PgBouncer {
  private PgBouncer() {}

  /** Null if it is something else, or nothing of PgBouncer's. */
  static DatabaseProblem meaning(String said) {
    if (has(said, "authentication failed")) {
      return DatabaseProblem.LOGIN;
    }
    if (has(said, "no such database")) {
      return DatabaseProblem.NOT_FOUND;
    }
    if (has(said, "no more connections allowed", "query_wait_timeout")) {
      return DatabaseProblem.TOO_MANY_CONNECTIONS;
    }
    if (has(said, "SSL required")) {
      return DatabaseProblem.TLS_DEMANDED;
    }
    return has(said, "pooling mode", "unsupported startup parameter")
        ? DatabaseProblem.POOLER
        : null;
  }

  private static boolean has(String said, String... words) {
    for (String word : words) {
      if (said.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
