package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Folders: every address without a scheme in front. */
public final class FolderStoreProvider implements FileStores.Provider {

  @Override
  public boolean handles(FileStoreAddress address) {
    return !address.text().matches("[a-z][a-z0-9+.-]+:.*");
  }

  @Override
  public FileStore open(FileStoreAddress address) {
    try {
      return new FolderStore(address.text(), Path.of(address.text()));
    } catch (InvalidPathException e) {
      throw StoreProblem.BAD_ADDRESS.thrown(address.text(), e.getReason());
    }
  }
}
