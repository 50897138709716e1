package dev.packhorse.connectors.server.http;

import java.io.Closeable;
import java.io.IOException;

/**
 * Brings one request to a server, once. Many threads may send at the same time.
 *
 * <p>An interrupted thread gets an {@link java.io.InterruptedIOException} and the exchange ends.
 */
public interface Transport extends Closeable {
  /**
   * Sends a request and waits for the head of its answer.
   *
   * @param token null for none
   * @throws dev.packhorse.formats.problem.ProblemException for what no second try can mend, such as
   *     a certificate that nobody vouches for
   * @throws java.net.http.HttpTimeoutException if nothing came for as long as the call waits
   * @throws IOException if the connection can't be made or breaks
   */
  Answer send(Call call, String token) throws IOException;

  /** Where requests go, for reports. */
  String name();

  @Override
  void close() throws IOException;
}
