package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.formats.problem.Problem;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** What we don't like about how a server encrypts. */
final class TlsRefusal {
  private TlsRefusal() {}

  /** Null if the failure is about something else. */
  static Problem of(SQLException e, DatabaseAddress address) {
    String place = address.canonical();
    if (otherName(e) || otherName(Refusals.root(e))) {
      return DatabaseProblem.TLS_UNTRUSTED.at(
          place, "it is for another name than " + address.where());
    }
    boolean certificate =
        has(e, CertificateException.class) || has(e, CertPathBuilderException.class);
    if (!certificate && !has(e, SSLException.class)) {
      return null;
    }
    return (certificate ? DatabaseProblem.TLS_UNTRUSTED : DatabaseProblem.TLS_FAILED)
        .at(place, Refusals.said(Refusals.root(e)));
  }

  /** Both drivers compare the names themselves, and say so in sentences that are too long. */
  private static boolean otherName(Throwable e) {
    String said = Refusals.said(e);
    return said.contains("hostname") && said.contains("verif")
        || said.contains("identity verification failed");
  }

  private static boolean has(Throwable e, Class<? extends Throwable> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
