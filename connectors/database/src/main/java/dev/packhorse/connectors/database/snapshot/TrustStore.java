package dev.packhorse.connectors.database.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;

/** Authorities from a PEM file in the only form in which the MySQL driver takes them. */
final class TrustStore {
  static final String TYPE = "PKCS12";

  /** Not a secret: the store holds public certificates, but can't be made without one. */
  static final String PASSWORD = "public";

  private TrustStore() {}

  /** A temporary file, to be deleted by the caller. */
  static Path of(Path pem) throws SQLException {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      int number = 0;
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + ++number, c);
      }
      Path file = Files.createTempFile("packhorse-authorities-", ".p12");
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, PASSWORD.toCharArray());
      }
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new SQLException("the certificates of the authorities can't be read: " + e, "08000", e);
    }
  }
}
