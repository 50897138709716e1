package dev.packhorse.connectors.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Sizes of all objects of a store, got a thousand at a time. Asking for each object alone takes
 * hours where there are many. Holds a hash and a size for each, 24 bytes or so, and no names: a key
 * that it does not know must be asked for, and one that it knows may, once in a great many stores,
 * be another.
 */
final class S3Listing {
  private static final int MOST = 8_000_000;
  private static final long FREE = 0;

  private long[] hashes = new long[1 << 12];
  private long[] sizes = new long[1 << 12];
  private int count;

  private S3Listing() {}

  /**
   * Lists a store.
   *
   * @return null if there are too many objects to remember
   * @throws software.amazon.awssdk.core.exception.SdkException if it may not be listed
   */
  static S3Listing of(S3Client client, S3Address address) {
    S3Listing listing = new S3Listing();
    for (ListObjectsV2Response page :
        client.listObjectsV2Paginator(
            list -> list.bucket(address.bucket()).prefix(address.prefix()))) {
      for (S3Object object : page.contents()) {
        listing.add(hash(object.key()), object.size());
      }
      if (listing.count > MOST) {
        return null;
      }
    }
    return listing;
  }

  /** Size of an object, or -1 if the listing does not have it. */
  long size(String key) {
    long hash = hash(key);
    for (int at = place(hash); hashes[at] != FREE; at = at + 1 & hashes.length - 1) {
      if (hashes[at] == hash) {
        return sizes[at];
      }
    }
    return -1;
  }

  private void add(long hash, long size) {
    if (count * 3L > hashes.length * 2L) {
      grow();
    }
    int at = place(hash);
    while (hashes[at] != FREE && hashes[at] != hash) {
      at = at + 1 & hashes.length - 1;
    }
    if (hashes[at] == FREE) {
      count++;
    }
    hashes[at] = hash;
    sizes[at] = size;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldSizes = sizes;
    hashes = new long[oldHashes.length * 2];
    sizes = new long[oldSizes.length * 2];
    count = 0;
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != FREE) {
        add(oldHashes[i], oldSizes[i]);
      }
    }
  }

  private int place(long hash) {
    return (int) (hash >>> 20) & hashes.length - 1;
  }

  /** FNV-1a, well mixed, and never {@link #FREE}. */
  private static long hash(String key) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xFF) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return hash == FREE ? 1 : hash;
  }

  @Override
  public String toString() {
    return count + " objects, " + Arrays.stream(sizes).sum() + " bytes";
  }
}
