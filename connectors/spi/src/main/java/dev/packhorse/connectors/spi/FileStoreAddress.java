package dev.packhorse.connectors.spi;

import java.util.Map;

/**
 * Where a file store is and how to get in.
 *
 * @param text a folder, or {@code s3://bucket/prefix}; holds no secret
 * @param options what an S3 store needs beside it: {@code endpoint} (host, host:port or URL),
 *     {@code region}, {@code access-key}, {@code secret-key}, {@code ssl} (true or false), {@code
 *     path-style}; absent ones come from the environment as the AWS SDK reads it
 */
public record FileStoreAddress(String text, Map<String, String> options) {
  public FileStoreAddress {
    options = Map.copyOf(options);
  }

  /** Without the options, which may be secret. */
  @Override
  public String toString() {
    return text;
  }
}
