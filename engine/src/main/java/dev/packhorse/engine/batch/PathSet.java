package dev.packhorse.engine.batch;

import dev.packhorse.engine.run.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Any number of paths in eight bytes each: their hashes. */
final class PathSet {
  private long[] hashes = new long[16];
  private int count;
  private boolean sorted;

  void add(String path) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    hashes[count++] = hash(path);
    sorted = false;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Among a million, one of a hundred million others is taken for a member once in 100,000. */
  boolean contains(String path) {
    if (!sorted) {
      Arrays.sort(hashes, 0, count);
      sorted = true;
    }
    return Arrays.binarySearch(hashes, 0, count, hash(path)) >= 0;
  }

  void save(Path to) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(PrivateFiles.create(to)))) {
      for (int i = 0; i < count; i++) {
        out.writeLong(hashes[i]);
      }
    }
    PrivateFiles.sync(to);
  }

  /** What {@link #save} wrote; an empty set if there is no such file. */
  static PathSet load(Path from) throws IOException {
    PathSet set = new PathSet();
    if (Files.exists(from)) {
      set.count = Math.toIntExact(Files.size(from) / Long.BYTES);
      set.hashes = new long[set.count + 1];
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
        for (int i = 0; i < set.count; i++) {
          set.hashes[i] = in.readLong();
        }
      }
    }
    return set;
  }

  /** FNV-1a. */
  private static long hash(String path) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xFF) * 0x100000001b3L;
    }
    return hash;
  }
}
