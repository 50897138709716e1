package dev.packhorse.connectors.database.rows;

import dev.packhorse.connectors.database.shuffle.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * A file that was found in the store when records were made.
 *
 * @param pixels of a picture; -1 for a picture that can't be decoded, {@link #UNSEEN} for what is
 *     no picture of a record, so that nobody looked
 */
public record FoundFile(String path, long size, long pixels) {
  public static final long UNSEEN = -2;

  void write(Bytes value) {
    value.varint(size);
    value.varint(pixels - UNSEEN);
  }

  static FoundFile read(byte[] key, int keyLength, byte[] bytes, int from) {
    String path = new String(key, 0, keyLength, StandardCharsets.UTF_8);
    long[] numbers = new long[2];
    int at = from;
    for (int i = 0; i < numbers.length; i++) {
      int shift = 0;
      while (bytes[at] < 0) {
        numbers[i] |= (long) (bytes[at++] & 0x7F) << shift;
        shift += 7;
      }
      numbers[i] |= (long) bytes[at++] << shift;
    }
    return new FoundFile(path, numbers[0], numbers[1] + UNSEEN);
  }

  /** The same file, found once more: what was seen of it counts. */
  FoundFile and(FoundFile other) {
    return pixels >= other.pixels ? this : other;
  }
}
