package dev.packhorse.connectors.database.address;

import java.util.Locale;

/**
 * How a connection is to be secured.
 *
 * @param rootCertificate file of the authorities to trust, in PEM; null for those of the system
 * @param certificate file of a certificate of our own to show, or null
 * @param key file of its key, or null
 */
public record Tls(Mode mode, String rootCertificate, String certificate, String key) {

  /** In order of strictness; the names are PostgreSQL's. */
  public enum Mode {
    DISABLE,
    ALLOW,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    /** As in {@code sslmode}, such as {@code verify-full}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a connection without TLS is out of the question. */
    public boolean demanded() {
      return compareTo(REQUIRE) >= 0;
    }
  }
}
