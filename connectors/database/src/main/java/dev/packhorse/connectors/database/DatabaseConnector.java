package dev.packhorse.connectors.database;

import dev.packhorse.connectors.database.address.DatabaseAddress;
import dev.packhorse.connectors.database.stage.DatabaseSource;
import dev.packhorse.connectors.spi.Connector;
import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.connectors.spi.SourceOptions;
import dev.packhorse.connectors.spi.Target;
import dev.packhorse.connectors.spi.TargetOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

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
    return DatabaseAddress.handles(address);
  }

  @Override
  public String canonical(String address) {
    return DatabaseAddress.parse(address).canonical();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public Source source(String address, SourceOptions options) throws IOException {
    DatabaseAddress parsed = DatabaseAddress.parse(address);
    return new DatabaseSource(parsed.canonical(), parsed, options, store(options));
  }

  private static FileStore store(SourceOptions options) throws IOException {
    if (options.files() == null) {
      return null;
    }
    FileStoreAddress address = new FileStoreAddress(options.files(), Map.of());
    return FileStores.open(address).orElse(null);
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
