package dev.packhorse.connectors.database.snapshot;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.DatabaseAddress.Host;
import dev.packhorse.connectors.database.address.Engine;
import dev.packhorse.connectors.database.address.Tls.Mode;
import dev.packhorse.connectors.database.socket.MysqlSocketFactory;
import dev.packhorse.connectors.database.socket.PostgresSocketFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Makes connections; speaks of drivers and their properties, which nothing else does. */
final class Drivers {
  /** Seconds that connecting may take if the address says nothing. */
  private static final int PATIENCE = 10;

  /** Seconds in which a server that took the connection must have let us in. */
  private static final int LOGIN_PATIENCE = 30;

  /** Would say on standard error, in its own way, what is thrown as well. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  private Drivers() {}

  /** Connects; nothing has been said to the server yet. */
  static Connection connect(DatabaseAddress address) throws SQLException {
    return address.engine() == Engine.POSTGRES ? postgres(address) : mysql(address);
  }

  private static Connection postgres(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    user(address, properties);
    properties.setProperty("ApplicationName", "packhorse");
    properties.setProperty("connectTimeout", Integer.toString(patience(address)));
    properties.setProperty(
        "loginTimeout", Integer.toString(Math.max(LOGIN_PATIENCE, patience(address))));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("gssEncMode", "disable");
    // Poolers give each transaction another connection, where a named statement is not known.
    properties.setProperty("prepareThreshold", "0");
    postgresTls(address, properties);
    if (address.schema() != null) {
      properties.setProperty("currentSchema", address.schema());
    }
    if (address.socket() != null) {
      properties.setProperty("socketFactory", PostgresSocketFactory.class.getName());
      properties.setProperty("socketFactoryArg", address.socket());
    }
    return new org.postgresql.Driver().connect(url("jdbc:postgresql://", address), properties);
  }

  private static void postgresTls(DatabaseAddress address, Properties properties) {
    Mode mode = address.tls().mode();
    properties.setProperty("sslmode", mode.word());
    String root = address.tls().rootCertificate();
    if (mode.compareTo(Mode.VERIFY_CA) >= 0 && (root == null || root.equals("system"))) {
      // The driver would look for ~/.postgresql/root.crt and for nothing else.
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    } else {
      set(properties, "sslrootcert", root);
    }
    set(properties, "sslcert", address.tls().certificate());
    set(properties, "sslkey", address.tls().key());
  }

  private static Connection mysql(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    user(address, properties);
    Mode mode = address.tls().mode();
    properties.setProperty("sslMode", mysqlMode(mode));
    // Without TLS the password goes out under the server's own key; asking for that key is no
    // weaker than a connection that nobody verifies.
    properties.setProperty("allowPublicKeyRetrieval", Boolean.toString(!mode.demanded()));
    properties.setProperty("connectTimeout", Integer.toString(patience(address) * 1000));
    properties.setProperty("socketTimeout", Integer.toString(LOGIN_PATIENCE * 1000));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectionAttributes", "program_name:packhorse");
    properties.setProperty("characterEncoding", "UTF-8");
    // Else text would come in the character set of its column.
    properties.setProperty("characterSetResults", "UTF-8");
    properties.setProperty("tinyInt1isBit", "false");
    // Else each read would set net_write_timeout back to what it was.
    properties.setProperty("netTimeoutForStreamingResults", "0");
    if (address.socket() != null) {
      properties.setProperty("socketFactory", MysqlSocketFactory.class.getName());
      properties.setProperty(MysqlSocketFactory.FILE, address.socket());
    }
    Path store = null;
    try {
      if (address.tls().mode() != Mode.DISABLE && address.tls().rootCertificate() != null) {
        store = TrustStore.of(Path.of(address.tls().rootCertificate()));
        properties.setProperty("trustCertificateKeyStoreUrl", store.toUri().toString());
        properties.setProperty("trustCertificateKeyStoreType", TrustStore.TYPE);
        properties.setProperty("trustCertificateKeyStorePassword", TrustStore.PASSWORD);
      }
      Connection connection =
          new com.mysql.cj.jdbc.Driver().connect(url("jdbc:mysql://", address), properties);
      connection.setNetworkTimeout(Runnable::run, 0);
      return connection;
    } finally {
      delete(store);
    }
  }

  private static String mysqlMode(Mode mode) {
    return switch (mode) {
      case DISABLE -> "DISABLED";
      case ALLOW, PREFER -> "PREFERRED";
      case REQUIRE -> "REQUIRED";
      case VERIFY_CA -> "VERIFY_CA";
      case VERIFY_FULL -> "VERIFY_IDENTITY";
    };
  }

  private static void user(DatabaseAddress address, Properties properties) {
    String user = address.user();
    properties.setProperty("user", user == null ? System.getProperty("user.name") : user);
    set(properties, "password", address.password());
  }

  private static String url(String scheme, DatabaseAddress address) {
    String hosts =
        address.socket() != null
            ? "localhost"
            : address.hosts().stream().map(Host::toString).collect(Collectors.joining(","));
    return scheme + hosts + "/" + encoded(address.database());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static int patience(DatabaseAddress address) {
    return address.connectSeconds() > 0 ? address.connectSeconds() : PATIENCE;
  }

  private static void set(Properties properties, String name, String value) {
    if (value != null) {
      properties.setProperty(name, value);
    }
  }

  private static void delete(Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit(); // it holds public certificates only
      }
    }
  }
}
