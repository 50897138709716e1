package dev.packhorse.formats.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * An attachment, profile image or emoji image on its way into an archive.
 *
 * @param name path below {@code data/}, as it stands in the lines; cleaned as the server does
 * @param size in bytes, or -1 if nobody knows. Only a claim: a file is taken with the size that its
 *     stream turns out to have
 * @param opener opens the contents
 */
public record OutgoingFile(String name, long size, Opener opener) {
  /** Opens the contents from their beginning. */
  @FunctionalInterface
  public interface Opener {
    /**
     * May be called in any thread, while other files are being opened and read. Called again if a
     * file turns out to need another kind of header, and if finishing is done again.
     */
    InputStream open() throws IOException;
  }
}
