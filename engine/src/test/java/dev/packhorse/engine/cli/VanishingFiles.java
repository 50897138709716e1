package dev.packhorse.engine.cli;

import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code vanishing:FOLDER}: a folder some files of which are gone once staging has seen them. */
public final class VanishingFiles implements FileStores.Provider {
  private static final String SCHEME = "vanishing:";

  /** What vanishes. */
  static final Set<String> GONE = ConcurrentHashMap.newKeySet();

  @Override
  public boolean handles(FileStoreAddress address) {
    return address.text().startsWith(SCHEME);
  }

  @Override
  public FileStore open(FileStoreAddress address) throws IOException {
    String folder = address.text().substring(SCHEME.length());
    return new Store(
        FileStores.open(new FileStoreAddress(folder, Map.of())).orElseThrow(),
        ConcurrentHashMap.newKeySet());
  }

  /** Staging looks into pictures, and asks other files for their size only. */
  private record Store(FileStore store, Set<String> seen) implements FileStore {
    @Override
    public String name() {
      return store.name();
    }

    @Override
    public long size(String path) throws IOException {
      return store.size(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
      boolean staging = path.startsWith("users/") && seen.add(path);
      if (!staging && GONE.contains(path)) {
        throw new NoSuchFileException(path);
      }
      return store.open(path);
    }

    @Override
    public void check() throws IOException {
      store.check();
    }

    @Override
    public void close() throws IOException {
      store.close();
    }
  }
}
