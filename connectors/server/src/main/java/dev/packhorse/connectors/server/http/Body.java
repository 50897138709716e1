package dev.packhorse.connectors.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a request carries; it may be opened again when the request is repeated.
 *
 * @param length in bytes, which is what {@code opener} gives
 */
public record Body(String contentType, long length, Opener opener) {
  /** Opens the bytes from their beginning. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  public static Body json(byte[] bytes) {
    return new Body("application/json", bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Bytes without a meaning to whoever passes them on. */
  public static Body bytes(long length, Opener opener) {
    return new Body("application/octet-stream", length, opener);
  }
}
