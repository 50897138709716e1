package dev.packhorse.connectors.database;

import dev.packhorse.connectors.database.address.AddressException;
import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.address.Installation;
import dev.packhorse.connectors.database.snapshot.ConfigurationTable;
import dev.packhorse.connectors.database.snapshot.DatabaseProblem;
import dev.packhorse.connectors.database.stage.DatabaseSource;
import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes sources of the databases of Mattermost servers. */
public final class DatabaseConnector implements Connector {
  private static final String NO_TARGET =
      "A database can't be written to; name a .jsonl, .jsonl.gz, .jsonl.zst or .zip file, or a"
          + " directory.";

  @Override
  public String name() {
    return "database";
  }

  @Override
  public boolean handles(String address) {
    return DatabaseAddress.handles(address) || Installation.handles(address);
  }

  @Override
  public String canonical(String address) {
    return understood(
        () ->
            Installation.handles(address)
                ? Installation.canonical(address)
                : DatabaseAddress.parse(address).canonical());
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public Source source(String address, SourceOptions options) throws IOException {
    if (Installation.handles(address)) {
      if (understood(() -> Installation.hasPassword(address))) {
        throw new ProblemException(DatabaseProblem.PASSWORD.at(Installation.canonical(address)));
      }
      Installation found =
          Installation.read(address, System.getenv(), new ConfigurationTable(options.password()));
      FileStoreAddress files = options.files() == null ? found.files() : options.files();
      return new DatabaseSource(
          Installation.canonical(address),
          found.database(),
          options,
          store(files),
          found.explain(),
          found.problems());
    }
    DatabaseAddress parsed = understood(() -> DatabaseAddress.parse(address));
    if (parsed.hasPassword()) {
      throw new ProblemException(DatabaseProblem.PASSWORD.at(parsed.canonical()));
    }
    FileStore store = options.files() == null ? null : store(options.files());
    return new DatabaseSource(parsed.canonical(), parsed, options, store, List.of(), List.of());
  }

  /** What is made of an address, or the problem that it is none. */
  private static <T> T understood(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (AddressException e) {
      throw new ProblemException(DatabaseProblem.ADDRESS.at("SOURCE", e.getMessage()));
    }
  }

  private static FileStore store(FileStoreAddress address) throws IOException {
    return FileStores.open(address)
        .orElseThrow(
            () ->
                new ProblemException(
                    DatabaseProblem.ADDRESS.at(
                        address.text(), "It is neither a folder nor s3://bucket/prefix.")));
  }

  @Override
  public Optional<String> refusal(String address, boolean replace) {
    return Optional.of(NO_TARGET);
  }

  @Override
  public Target target(String address, TargetOptions options, String mark) throws IOException {
    throw new IOException(NO_TARGET);
  }

  @Override
  public void discard(String address) {
    // Nothing is ever written.
  }
}
