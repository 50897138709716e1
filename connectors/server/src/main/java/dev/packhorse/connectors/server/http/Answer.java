package dev.packhorse.connectors.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The head of an answer, and its body as it comes in. To be closed.
 *
 * @param headers names in lower case; a name may have several values
 */
public record Answer(int status, Map<String, List<String>> headers, InputStream body)
    implements Closeable {
  /** The first value of a header; null if there is none. */
  public String header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** All values of a header. */
  public List<String> all(String name) {
    return headers.getOrDefault(name, List.of());
  }

  public boolean json() {
    String type = header("content-type");
    return type != null && type.startsWith("application/json");
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
