package dev.packhorse.connectors.store;

import java.nio.charset.StandardCharsets;

/** Keys as minio's {@code s3utils.EncodePath} writes them, which the server uses in clouds. */
final class EncodedKeys {
  private EncodedKeys() {}

  static String of(String key) {
    StringBuilder encoded = new StringBuilder(key.length() + 16);
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-_.~/".indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append("%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }
}
