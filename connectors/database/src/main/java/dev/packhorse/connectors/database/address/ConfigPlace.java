package dev.packhorse.connectors.database.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a server keeps its configuration: what {@code MM_CONFIG} names, else {@code
 * config/config.json} in its folder.
 *
 * @param folder of the installation; null if the address names a database only
 * @param file of the configuration, or null if it is in a database
 * @param dataSource of that database
 * @param environment variables of the process and, below them, those of the service
 */
record ConfigPlace(Path folder, Path file, String dataSource, Map<String, String> environment) {
  private static final String VARIABLE = "MM_CONFIG";

  /** Files from which services take their environment; the first is that of the manual. */
  private static final String[] SERVICE_FILES = {
    "config/mattermost.environment", "config/mm.environment"
  };

  static ConfigPlace of(String address, Map<String, String> environment) throws IOException {
    if (isDataSource(address)) {
      return new ConfigPlace(null, null, address, environment);
    }
    Path path = path(address, address);
    if (Files.isRegularFile(path)) {
      Path parent = path.getParent();
      boolean usual = parent.getFileName() != null && parent.endsWith("config");
      return new ConfigPlace(usual ? parent.getParent() : parent, path, null, environment);
    }
    if (Files.notExists(path)) {
      throw InstallationProblem.NOT_FOUND.thrown(address, path);
    }
    if (!Files.isDirectory(path)) {
      // A folder above it is shut, so that nobody can say what it is.
      throw InstallationProblem.NOT_READABLE.thrown(path.toString());
    }
    Map<String, String> all = new HashMap<>();
    for (String name : SERVICE_FILES) {
      service(path.resolve(name)).forEach(all::putIfAbsent);
    }
    all.putAll(environment);
    String named = all.getOrDefault(VARIABLE, "").strip();
    if (isDataSource(named)) {
      return new ConfigPlace(path, null, named, all);
    }
    Path file = path.resolve("config").resolve(named.isEmpty() ? "config.json" : named);
    if (!named.isEmpty() && Files.notExists(file)) {
      file = path.resolve(path(named, address));
    }
    if (Files.notExists(file)) {
      throw InstallationProblem.NOT_FOUND.thrown(address, file);
    }
    return new ConfigPlace(path, file, null, all);
  }

  private static boolean isDataSource(String text) {
    return Url.engine(text) != null;
  }

  private static Path path(String text, String address) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw InstallationProblem.NOT_FOUND.thrown(address, text);
    }
  }

  /** {@code NAME=value} lines as systemd reads them, as far as services of Mattermost use it. */
  private static Map<String, String> service(Path file) throws IOException {
    Map<String, String> found = new HashMap<>();
    if (Files.isReadable(file)) {
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\\R")) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (name.startsWith("MM_")) {
          found.put(name, unquoted(line.substring(equals + 1).strip()));
        }
      }
    }
    return found;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * Reads the document.
   *
   * @param name for messages
   */
  ServerConfig read(String name, StoredConfiguration stored) throws IOException {
    if (file == null) {
      DatabaseAddress database = database(name);
      String json = stored.active(database);
      if (json == null) {
        throw InstallationProblem.NOT_STORED.thrown(name, database.canonical());
      }
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      return ServerConfig.parse(database.canonical(), bytes, environment);
    }
    try {
      return ServerConfig.parse(file.toString(), Files.readAllBytes(file), environment);
    } catch (AccessDeniedException e) {
      throw InstallationProblem.NOT_READABLE.thrown(file.toString());
    } catch (NoSuchFileException e) {
      throw InstallationProblem.NOT_FOUND.thrown(name, file);
    }
  }

  private DatabaseAddress database(String name) {
    try {
      return DatabaseAddress.dsn(Url.engine(dataSource), dataSource);
    } catch (AddressException e) {
      throw InstallationProblem.DATA_SOURCE.thrown(name, VARIABLE, e.reason());
    }
  }
}
