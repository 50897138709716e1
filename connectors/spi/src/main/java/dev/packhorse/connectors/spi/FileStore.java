package dev.packhorse.connectors.spi;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where a server keeps attachments and pictures: a folder or a bucket. Only reads. Many threads at
 * once may call.
 *
 * <p>Paths are those of the database ({@code FileInfo.Path}, {@code emoji/ID/image}), with slashes,
 * relative to the store. A path that leads out of the store is refused with {@link
 * java.nio.file.InvalidPathException}, whatever lies there.
 */
public interface FileStore extends Closeable {

  /** What the user calls it, without secrets. */
  String name();

  /**
   * Size in bytes, or -1 if there is no such file.
   *
   * @throws java.nio.file.AccessDeniedException if the file may not be read
   * @throws UnreachableStore if the store does not answer
   */
  long size(String path) throws IOException;

  /**
   * A new stream at the beginning; retries what can be retried.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws java.nio.file.AccessDeniedException if it may not be read
   * @throws UnreachableStore if the store does not answer; also while reading
   */
  InputStream open(String path) throws IOException;

  /**
   * Asks for something harmless, so that a wrong address or key shows before the work begins.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if the store can't be read
   */
  void check() throws IOException;
}
