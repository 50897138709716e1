package dev.packhorse.formats.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stretch of JSON kept as the bytes that were read, so that {@code 1.10} and {@code 1e400} come
 * out as they came in. Immutable; equal when the bytes are.
 */
public final class RawJson {
  private final byte[] bytes;

  private RawJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of part of a buffer. */
  public static RawJson copyOf(byte[] buffer, int from, int to) {
    return new RawJson(Arrays.copyOfRange(buffer, from, to));
  }

  public static RawJson of(String json) {
    return new RawJson(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Length in UTF-8 bytes. */
  public int length() {
    return bytes.length;
  }

  public byte byteAt(int index) {
    return bytes[index];
  }

  public void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawJson that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
