package dev.packhorse.connectors.spi;

import java.io.IOException;

/**
 * A file store as a whole does not answer any more, however often it was asked: nothing that can be
 * told about the one file that was wanted. The run is to stop, and to go on another time.
 */
public final class UnreachableStore extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreachableStore(String message, Throwable cause) {
    super(message, cause);
  }
}
