package dev.packhorse.connectors.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How a server is reached.
 *
 * @param trust certificates that are believed; null for those of the Java runtime
 * @param proxies which proxy is used for what
 * @param proxyLogin null if the proxy wants none
 */
public record Network(SSLContext trust, ProxySelector proxies, Authenticator proxyLogin) {
  /** Java sends no password to a proxy of an https site unless told to. */
  private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * @param authorities PEM file of certificates that are believed besides the usual ones; null for
   *     none
   * @param environment where {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} are
   *     looked up, in either case
   * @throws IOException if the certificates can't be read
   */
  public static Network of(Path authorities, Map<String, String> environment, URI site)
      throws IOException {
    SSLContext trust = authorities == null ? null : trust(authorities);
    String proxy = variable(environment, site.getScheme() + "_proxy");
    if (proxy == null || excepted(site.getHost(), variable(environment, "no_proxy"))) {
      return new Network(trust, proxy == null ? ProxySelector.getDefault() : direct(), null);
    }
    URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
    int port = address.getPort() < 0 ? 80 : address.getPort();
    ProxySelector selector = ProxySelector.of(new InetSocketAddress(address.getHost(), port));
    return new Network(trust, selector, login(address.getUserInfo()));
  }

  private static ProxySelector direct() {
    return ProxySelector.of(null);
  }

  private static String variable(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT)));
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static boolean excepted(String host, String exceptions) {
    for (String each : exceptions == null ? new String[0] : exceptions.split(",")) {
      String name = each.strip().replaceFirst("^\\*?\\.", "");
      if (name.equals("*")
          || !name.isEmpty() && (host.equalsIgnoreCase(name) || host.endsWith("." + name))) {
        return true;
      }
    }
    return false;
  }

  private static Authenticator login(String userInfo) {
    if (userInfo == null) {
      return null;
    }
    if (System.getProperty(TUNNELING) == null) {
      System.setProperty(TUNNELING, "");
    }
    String[] words = userInfo.split(":", 2);
    char[] password = (words.length > 1 ? words[1] : "").toCharArray();
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY
            ? new PasswordAuthentication(words[0], password)
            : null;
      }
    };
  }

  private static SSLContext trust(Path authorities) throws IOException {
    try (InputStream in = Files.newInputStream(authorities)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      Collection<? extends Certificate> given =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      int number = 0;
      for (Certificate each : given) {
        store.setCertificateEntry("given-" + ++number, each);
      }
      for (Certificate each : usual()) {
        store.setCertificateEntry("usual-" + ++number, each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(authorities + " holds no certificates in PEM form", e);
    }
  }

  private static List<Certificate> usual() throws GeneralSecurityException {
    TrustManagerFactory usual =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    usual.init((KeyStore) null);
    List<Certificate> all = new ArrayList<>();
    for (TrustManager each : usual.getTrustManagers()) {
      if (each instanceof X509TrustManager x509) {
        all.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    return all;
  }
}
