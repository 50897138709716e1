package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.FileStore;
import dev.packhorse.connectors.spi.FileStoreAddress;
import dev.packhorse.connectors.spi.FileStores;

/** Buckets: {@code s3://bucket} and {@code s3://bucket/prefix}. */
public final class S3StoreProvider implements FileStores.Provider {

  @Override
  public boolean handles(FileStoreAddress address) {
    return address.text().startsWith(S3Address.SCHEME);
  }

  @Override
  public FileStore open(FileStoreAddress address) {
    S3Address parsed = S3Address.parse(address);
    return new S3Store(parsed, S3Clients.open(parsed));
  }
}
