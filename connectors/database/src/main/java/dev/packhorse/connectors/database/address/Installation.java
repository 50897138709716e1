package dev.packhorse.connectors.database.address;

import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the configuration of a Mattermost server says about its database and file store.
 *
 * <p>An address is {@code mattermost:} and the folder of the installation, a {@code config.json},
 * or the data source of the database that holds the configuration.
 */
public final class Installation {
  static final String SCHEME = "mattermost:";
  static final String MASK = "********";
  private static final String DATA_SOURCE = "SqlSettings.DataSource";
  private static final String REPLICAS = "SqlSettings.DataSourceReplicas";

  private final ServerConfig config;
  private final Path folder;
  private final DatabaseAddress database;
  private final List<DatabaseAddress> replicas = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Installation(ServerConfig config, ConfigPlace place) {
    this.config = config;
    this.folder = place.folder();
    // Who keeps the configuration in a database need not name that database in it once more.
    String source = config.text(DATA_SOURCE, place.dataSource() == null ? "" : place.dataSource());
    Engine engine = engine(config, source);
    this.database = database(engine, source);
    int number = 0;
    for (String replica : config.list(REPLICAS)) {
      replica(engine, replica, REPLICAS + "[" + number++ + "]");
    }
  }

  /** Whether a text is an address of an installation. Looks at its beginning only. */
  public static boolean handles(String address) {
    return address.startsWith(SCHEME);
  }

  /** The address in the form that names the same thing from everywhere; holds no secret. */
  public static String canonical(String address) {
    String rest = rest(address);
    return SCHEME
        + (DatabaseAddress.handles(rest)
            ? DatabaseAddress.parse(rest).canonical()
            : Path.of(rest).toAbsolutePath().normalize());
  }

  /** Whether the address itself holds a password, where everybody on the machine can see it. */
  public static boolean hasPassword(String address) {
    String rest = rest(address);
    return DatabaseAddress.handles(rest) && DatabaseAddress.parse(rest).hasPassword();
  }

  private static String rest(String address) {
    // Some write it like a URL.
    return address.substring(SCHEME.length()).replaceFirst("^//(?=/)", "");
  }

  /**
   * Reads the configuration. Variables of the environment stand above it, as for the server.
   *
   * @param environment variables by name, such as those of this process
   * @param stored asked if the configuration is in a database
   * @throws ProblemException with a code of {@link InstallationProblem}
   */
  public static Installation read(
      String address, Map<String, String> environment, StoredConfiguration stored)
      throws IOException {
    ConfigPlace place = ConfigPlace.of(rest(address), environment);
    return new Installation(place.read(canonical(address), stored), place);
  }

  private static Engine engine(ServerConfig config, String source) {
    String driver = config.text("SqlSettings.DriverName", "").toLowerCase(Locale.ROOT);
    return switch (driver) {
      case "" -> source.matches("(?s).*@(tcp|unix)\\(.*") ? Engine.MYSQL : Engine.POSTGRES;
      case "postgres" -> Engine.POSTGRES;
      case "mysql" -> Engine.MYSQL;
      default -> throw InstallationProblem.DATABASE_DRIVER.thrown(config.name(), driver);
    };
  }

  private DatabaseAddress database(Engine engine, String source) {
    if (source.isEmpty()) {
      throw InstallationProblem.DATA_SOURCE.thrown(config.name(), DATA_SOURCE, "it is empty");
    }
    try {
      return DatabaseAddress.dsn(engine, source);
    } catch (AddressException e) {
      throw InstallationProblem.DATA_SOURCE.thrown(config.name(), DATA_SOURCE, e.reason());
    }
  }

  private void replica(Engine engine, String source, String setting) {
    if (source.isBlank()) {
      return;
    }
    try {
      replicas.add(DatabaseAddress.dsn(engine, source));
    } catch (AddressException e) {
      problems.add(InstallationProblem.REPLICA.in(config.name(), setting, e.reason()));
    }
  }

  /** The database that the server writes to, with the password if the configuration has it. */
  public DatabaseAddress database() {
    return database;
  }

  /** Copies of it that the server reads from; mostly none. */
  public List<DatabaseAddress> replicas() {
    return List.copyOf(replicas);
  }

  /** What is not as it should be and does not prevent reading. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The file store of attachments and pictures. A second one for exports is of no interest.
   *
   * @throws ProblemException {@code installation.store.…} if it can't be told from the settings
   */
  public FileStoreAddress files() {
    String driver = config.text("FileSettings.DriverName", "local").toLowerCase(Locale.ROOT);
    return switch (driver) {
      case "local" -> local();
      case "amazons3" -> bucket();
      default -> throw InstallationProblem.STORE_DRIVER.thrown(config.name(), driver);
    };
  }

  private FileStoreAddress local() {
    String directory = config.text("FileSettings.Directory", "./data/");
    Path path;
    try {
      path = Path.of(directory);
    } catch (InvalidPathException e) {
      throw incomplete("FileSettings.Directory");
    }
    if (!path.isAbsolute() && folder == null) {
      throw InstallationProblem.STORE_RELATIVE.thrown(config.name(), directory);
    }
    Path absolute = path.isAbsolute() ? path : folder.resolve(path);
    return new FileStoreAddress(absolute.normalize().toString(), Map.of());
  }

  private FileStoreAddress bucket() {
    String bucket = config.text("FileSettings.AmazonS3Bucket", "");
    String accessKey = config.text("FileSettings.AmazonS3AccessKeyId", "");
    String secretKey = config.text("FileSettings.AmazonS3SecretAccessKey", "");
    if (bucket.isEmpty()) {
      throw incomplete("FileSettings.AmazonS3Bucket");
    }
    if (accessKey.isEmpty() != secretKey.isEmpty()) {
      throw incomplete(
          "FileSettings."
              + (accessKey.isEmpty() ? "AmazonS3AccessKeyId" : "AmazonS3SecretAccessKey"));
    }
    Map<String, String> options = new LinkedHashMap<>();
    options.put("endpoint", config.text("FileSettings.AmazonS3Endpoint", "s3.amazonaws.com"));
    options.put("ssl", Boolean.toString(config.flag("FileSettings.AmazonS3SSL", true)));
    put(options, "region", config.text("FileSettings.AmazonS3Region", ""));
    put(options, "access-key", accessKey);
    put(options, "secret-key", secretKey);
    String prefix = config.text("FileSettings.AmazonS3PathPrefix", "").replaceAll("^/+|/+$", "");
    return new FileStoreAddress("s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix), options);
  }

  private static void put(Map<String, String> options, String name, String value) {
    if (!value.isEmpty()) {
      options.put(name, value);
    }
  }

  private ProblemException incomplete(String setting) {
    return InstallationProblem.STORE_INCOMPLETE.thrown(config.name(), setting);
  }

  /** {@code FileSettings.MaxFileSize} in bytes. */
  public long maxFileSize() {
    return config.number("FileSettings.MaxFileSize", 100L << 20);
  }

  /** {@code FileSettings.MaxImageResolution} in pixels; servers before 6.0 have no such setting. */
  public long maxImagePixels() {
    return config.number("FileSettings.MaxImageResolution", 33_177_600);
  }

  /** {@code TeamSettings.MaxUsersPerTeam}. */
  public long maxUsersPerTeam() {
    return config.number("TeamSettings.MaxUsersPerTeam", 50);
  }

  /** {@code TeamSettings.MaxChannelsPerTeam}. */
  public long maxChannelsPerTeam() {
    return config.number("TeamSettings.MaxChannelsPerTeam", 2000);
  }

  /** What was found, a sentence to a line; secrets are masked. */
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    lines.add("configuration: " + config.name());
    lines.add("database: " + masked(database));
    for (DatabaseAddress replica : replicas) {
      lines.add("replica: " + masked(replica));
    }
    try {
      lines.add("file store: " + masked(files()));
    } catch (ProblemException e) {
      lines.add("file store: unknown. " + e.problem().message());
    }
    if (config.flag("FileSettings.AmazonS3SignV2", false)) {
      lines.add("file store: it wants signatures of version 2, which can't be made");
    }
    lines.add(
        "limits: files of %d bytes, %d members to a team, %d channels to a team"
            .formatted(maxFileSize(), maxUsersPerTeam(), maxChannelsPerTeam()));
    if (!config.overridden().isEmpty()) {
      lines.add("from the environment: " + String.join(", ", config.overridden()));
    }
    problems.forEach(problem -> lines.add(problem.message()));
    return lines;
  }

  private static String masked(DatabaseAddress address) {
    return address.canonical() + (address.hasPassword() ? ", password " + MASK : ", no password");
  }

  private static String masked(FileStoreAddress address) {
    StringBuilder text = new StringBuilder(address.text());
    address.options().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            option -> {
              boolean secret = option.getKey().endsWith("-key");
              text.append(", ").append(option.getKey()).append(' ');
              text.append(secret ? MASK : option.getValue());
            });
    boolean bucket = !address.options().isEmpty();
    return bucket && !address.options().containsKey("access-key")
        ? text + ", keys from the environment"
        : text.toString();
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return config.name();
  }
}
