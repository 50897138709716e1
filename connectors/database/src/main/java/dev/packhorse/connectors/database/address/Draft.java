package dev.packhorse.connectors.database.address;

import dev.packhorse.connectors.database.address.DatabaseAddress.Host;
import dev.packhorse.connectors.database.address.Tls.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address while its text is read, whatever form that has. */
final class Draft {
  /** Parameters of the usual drivers that change nothing about what is read. */
  private static final Set<String> HARMLESS =
      Set.of(
          "allowallfiles",
          "allowcleartextpasswords",
          "allownativepasswords",
          "application_name",
          "binary_parameters",
          "charset",
          "checkconnliveness",
          "client_encoding",
          "collation",
          "disable_prepared_binary_result",
          "fallback_application_name",
          "interpolateparams",
          "keepalives",
          "keepalives_count",
          "keepalives_idle",
          "keepalives_interval",
          "loc",
          "maxallowedpacket",
          "multistatements",
          "parsetime",
          "readtimeout",
          "rejectreadonly",
          "statement_timeout",
          "writetimeout");

  private static final Pattern SEARCH_PATH =
      Pattern.compile("(?:-c\\s*|--)search_path=((?:\\\\.|\\S)+)");
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|us|ns|s|m|h)");

  private final Engine engine;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private String socket;
  private String socketFolder;
  private String user;
  private String password;
  private String database;
  private String schema;
  private Mode mode;
  private String rootCertificate;
  private String certificate;
  private String key;
  private int connectSeconds;

  Draft(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /** Empty texts are as good as none, save for the password. */
  void user(String text) {
    user = text.isEmpty() ? null : text;
  }

  void password(String text) {
    password = text;
  }

  void database(String text) {
    database = text.isEmpty() ? null : text;
  }

  void socket(String file) {
    socket = file;
  }

  /** {@code host}, {@code host:port}, {@code [v6]:port}, or several of them with commas. */
  void hosts(String text) {
    for (String part : text.split(",")) {
      int close = part.startsWith("[") ? part.indexOf(']') : -1;
      int colon = part.indexOf(':', close + 1);
      if (part.startsWith("[") && (close < 0 || close + 1 < part.length() && colon != close + 1)) {
        throw new AddressException("An IPv6 address ends with a square bracket.");
      }
      String name = colon < 0 ? part : part.substring(0, colon);
      host(close < 0 ? name : part.substring(1, close));
      ports.add(colon < 0 || colon + 1 == part.length() ? 0 : port(part.substring(colon + 1)));
    }
  }

  /** A parameter of the URL or data source. */
  void set(String name, String value) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "user", "username" -> user(value);
      case "password" -> password(value);
      case "dbname", "database" -> database(value);
      case "socket" -> socket = value;
      case "host", "hostaddr" -> hostList(value);
      case "port" -> portList(value);
      case "search_path", "currentschema" -> schema = value;
      case "options" -> options(value);
      case "sslmode", "ssl-mode", "ssl_mode" -> mode = mode(value);
      case "tls" -> mode = goMode(value);
      case "sslrootcert", "ssl-ca", "ssl_ca", "tls-ca", "sslca" -> rootCertificate = value;
      case "sslcert", "ssl-cert", "ssl_cert" -> certificate = value;
      case "sslkey", "ssl-key", "ssl_key" -> key = value;
      case "connect_timeout", "timeout" -> connectSeconds = seconds(value);
      default -> {
        if (!HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
          ignored.add(name);
        }
      }
    }
  }

  DatabaseAddress address() {
    if (database == null) {
      throw new AddressException("The address names no database.");
    }
    if (names.isEmpty()) {
      names.add("localhost");
    }
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int port = ports.isEmpty() ? 0 : ports.get(Math.min(i, ports.size() - 1));
      hosts.add(new Host(names.get(i), port == 0 ? engine.port() : port));
    }
    if (hosts.size() > 1 && engine == Engine.MYSQL) {
      throw new AddressException("The address names more than one host.");
    }
    if (engine == Engine.MYSQL && (certificate != null || key != null)) {
      throw new AddressException("A certificate of our own can't be shown to a MySQL server.");
    }
    if (socket == null && socketFolder != null) {
      socket = socketFolder + "/.s.PGSQL." + hosts.get(0).port();
    }
    boolean local = socket != null;
    return new DatabaseAddress(
        engine,
        local ? List.of() : List.copyOf(hosts),
        socket,
        user,
        password,
        database,
        schema,
        new Tls(local ? Mode.DISABLE : mode(), rootCertificate, certificate, key),
        connectSeconds,
        List.copyOf(ignored));
  }

  /** As both engines' own clients do: who names an authority wants it looked at. */
  private Mode mode() {
    if (rootCertificate == null) {
      return mode == null ? Mode.PREFER : mode;
    }
    return mode == null || mode == Mode.REQUIRE ? Mode.VERIFY_CA : mode;
  }

  private void host(String name) {
    if (name.startsWith("/")) {
      socketFolder = name.replaceAll("(?<=.)/+$", "");
    } else if (name.startsWith("@")) {
      throw new AddressException("Abstract Unix sockets can't be used.");
    } else if (name.isEmpty()) {
      names.add("localhost");
    } else if (name.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '@' || c == '\\')) {
      throw new AddressException("The host name holds a character that none can hold.");
    } else {
      names.add(name);
    }
  }

  private void hostList(String value) {
    names.clear();
    for (String name : value.split(",")) {
      host(
          name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name);
    }
  }

  private void portList(String value) {
    ports.clear();
    for (String text : value.split(",")) {
      ports.add(port(text));
    }
  }

  /** What it says is not repeated: it may be a piece of a password. */
  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new AddressException(
          "The port is no number from 1 to 65535. In a password, / ? # and % are written %2F %3F"
              + " %23 and %25.");
    }
    return Integer.parseInt(text);
  }

  private void options(String value) {
    Matcher found = SEARCH_PATH.matcher(value);
    if (found.find()) {
      schema = found.group(1).replaceAll("\\\\(.)", "$1");
    }
  }

  private Mode mode(String value) {
    return switch (value.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "disable", "disabled" -> Mode.DISABLE;
      case "allow" -> Mode.ALLOW;
      case "prefer", "preferred" -> Mode.PREFER;
      case "require", "required" -> Mode.REQUIRE;
      case "verify-ca" -> Mode.VERIFY_CA;
      case "verify-full", "verify-identity" -> Mode.VERIFY_FULL;
      default ->
          throw new AddressException(
              engine == Engine.POSTGRES
                  ? "sslmode is one of disable, allow, prefer, require, verify-ca, verify-full."
                  : "ssl-mode is one of disabled, preferred, required, verify_ca,"
                      + " verify_identity.");
    };
  }

  /** As the MySQL driver of Mattermost reads it; any other word is a name that it was told. */
  private static Mode goMode(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Mode.VERIFY_FULL;
      case "false", "0", "" -> Mode.DISABLE;
      case "preferred" -> Mode.PREFER;
      default -> Mode.REQUIRE;
    };
  }

  /** Seconds, or a duration of Go such as {@code 1m30s}; less than a second counts as one. */
  private static int seconds(String value) {
    if (value.matches("\\d{1,6}")) {
      return Integer.parseInt(value);
    }
    double seconds = 0;
    int end = 0;
    Matcher part = DURATION.matcher(value);
    while (part.find() && part.start() == end) {
      end = part.end();
      double number = Double.parseDouble(part.group(1));
      seconds +=
          switch (part.group(2)) {
            case "h" -> number * 3600;
            case "m" -> number * 60;
            case "s" -> number;
            default -> 0.001;
          };
    }
    if (end != value.length() || end == 0) {
      throw new AddressException("The time for connecting is no duration such as 10 or 10s.");
    }
    return (int) Math.min(1_000_000, Math.ceil(seconds));
  }
}
