package dev.packhorse.formats.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells a changed file from an unchanged one without reading all of it. */
final class Fingerprint {
  private static final int PART = 1 << 16;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Adds size, time of last change, and the first and last 64 KiB. Asks the file system anew, so
   * that a file replaced under an open archive is noticed.
   */
  Fingerprint file(Path path) throws IOException {
    try (FileBytes file = new FileBytes(path, "")) {
      add(file.size() + "," + Files.getLastModifiedTime(path).toMillis() + "\n");
      int part = (int) Math.min(PART, file.size());
      digest.update(file.bytes(0, part));
      digest.update(file.bytes(file.size() - part, part));
    }
    return this;
  }

  Fingerprint add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** 32 hexadecimal digits; nothing can be added afterwards. */
  String text() {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }
}
