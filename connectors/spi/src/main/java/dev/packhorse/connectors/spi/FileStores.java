package dev.packhorse.connectors.spi;

import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens file stores with whatever is on the class path. */
public final class FileStores {
  private FileStores() {}

  /** One kind of file store. Has a public constructor without parameters. */
  public interface Provider {
    /** Whether an address is of this kind. Looks at the text only. */
    boolean handles(FileStoreAddress address);

    /**
     * Opens the store without asking it anything.
     *
     * @throws dev.packhorse.formats.problem.ProblemException if the address makes no sense
     */
    FileStore open(FileStoreAddress address) throws IOException;
  }

  /** The store, or empty if nothing on the class path knows such an address. */
  public static Optional<FileStore> open(FileStoreAddress address) throws IOException {
    for (Provider provider : ServiceLoader.load(Provider.class)) {
      if (provider.handles(address)) {
        return Optional.of(provider.open(address));
      }
    }
    return Optional.empty();
  }
}
