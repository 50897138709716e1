package dev.packhorse.connectors.store;

import dev.packhorse.connectors.spi.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket, or what lies below a prefix in it.
 *
 * <p>Some cloud installations of Mattermost write keys in which everything but letters, digits and
 * {@code -_.~/} is URL-encoded. A key that is not there is asked for in that form as well.
 */
final class S3Store implements FileStore {
  /** After so many questions for a size the answers are got in bulk. */
  private static final int FEW = 100;

  private final S3Address address;
  private final S3Client client;
  private final AtomicInteger asked = new AtomicInteger();
  private S3Listing listing;
  private boolean listed;

  S3Store(S3Address address, S3Client client) {
    this.address = address;
    this.client = client;
  }

  @Override
  public String name() {
    return address.name();
  }

  /** What is done with a key. */
  private interface Asking<T> {
    T ask(String key);
  }

  @Override
  public long size(String path) throws IOException {
    if (asked.incrementAndGet() > FEW) {
      long known = listedSize(path);
      if (known >= 0) {
        return known;
      }
    }
    Asking<Long> head =
        key -> client.headObject(r -> r.bucket(address.bucket()).key(key)).contentLength();
    try {
      return ask(path, head);
    } catch (NoSuchFileException e) {
      return -1;
    }
  }

  /** -1 if it must be asked for. */
  private long listedSize(String path) throws IOException {
    S3Listing all;
    synchronized (this) {
      if (!listed) {
        listed = true;
        listing = listing();
      }
      all = listing;
    }
    if (all == null) {
      return -1;
    }
    String below = String.join("/", StorePath.elements(path));
    long size = all.size(address.prefix() + below);
    return size >= 0 ? size : all.size(address.prefix() + EncodedKeys.of(below));
  }

  /** null if it can't be had: then each file is asked for. */
  private S3Listing listing() {
    try {
      return S3Listing.of(client, address);
    } catch (SdkException e) {
      return null;
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return ask(path, key -> new S3Stream(client, address, path, key));
  }

  /** Asks for the key of a path, in both forms that it may have. */
  private <T> T ask(String path, Asking<T> asking) throws IOException {
    String key = address.prefix() + String.join("/", StorePath.elements(path));
    String encoded = address.prefix() + EncodedKeys.of(key.substring(address.prefix().length()));
    for (String form : key.equals(encoded) ? List.of(key) : List.of(key, encoded)) {
      try {
        return asking.ask(form);
      } catch (SdkException e) {
        if (!S3Failures.missing(e)) {
          throw S3Failures.of(e, address.name(), path);
        }
      }
    }
    throw new NoSuchFileException(path);
  }

  /** Lists one key, which takes the right that servers need as well. */
  @Override
  public void check() {
    try {
      client.listObjectsV2(
          list -> list.bucket(address.bucket()).prefix(address.prefix()).maxKeys(1));
    } catch (SdkException e) {
      throw S3Failures.problem(e, address);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
