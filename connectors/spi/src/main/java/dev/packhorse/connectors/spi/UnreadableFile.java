package dev.packhorse.connectors.spi;

import java.io.IOException;

/** A file on its way to a target could not be read; the target is unharmed and may go on. */
public final class UnreadableFile extends IOException {
  private final String path;

  /**
   * @param path as in {@link SourceFile}
   */
  public UnreadableFile(String path, Throwable cause) {
    super(path + " can't be read", cause);
    this.path = path;
  }

  public String path() {
    return path;
  }
}
