package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * An attachment, profile image or emoji image on its way into an archive.
 *
 * @param name path below {@code data/}, as it stands in the lines; cleaned as the server does
 * @param size in bytes; the stream must give exactly as many
 * @param opener opens the contents; called again if finishing is done again
 */
public record OutgoingFile(String name, long size, Opener opener) {
  /** Opens the contents from their beginning. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }
}
