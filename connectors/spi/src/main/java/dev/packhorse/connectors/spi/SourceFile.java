package dev.packhorse.connectors.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * An attachment or picture on its way to a target.
 *
 * @param path relative to the folder of the files, as records name it, with slashes
 * @param size in bytes as the source knows it, or -1; the contents may turn out longer or shorter
 */
public record SourceFile(String path, long size, Opener opener) {

  /** Opens the contents. */
  @FunctionalInterface
  public interface Opener {
    /**
     * A new stream at the beginning. May be called in any thread, while other files are being
     * opened and read.
     *
     * @throws dev.packhorse.formats.problem.ProblemException if the file is known to be damaged
     */
    InputStream open() throws IOException;
  }
}
