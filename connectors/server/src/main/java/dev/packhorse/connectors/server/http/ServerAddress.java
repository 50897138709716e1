package dev.packhorse.connectors.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a server is: {@code https://chat.example.org}, with a port and a path if it has them, or
 * {@code local:SOCKET}.
 *
 * @param site null for a socket
 * @param socket null for a site
 */
public record ServerAddress(URI site, Path socket) {
  /** Where servers put their socket unless told otherwise (rest-api reference 1.3). */
  static final Path USUAL_SOCKET = Path.of("/var/tmp/mattermost_local.socket");

  private static final String LOCAL = "local:";

  /** Looks at the text only. */
  public static boolean looksLikeOne(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith(LOCAL);
  }

  /**
   * @throws dev.packhorse.formats.problem.ProblemException {@code server.address.invalid}
   */
  public static ServerAddress parse(String address) {
    if (address.toLowerCase(Locale.ROOT).startsWith(LOCAL)) {
      String path = address.substring(LOCAL.length());
      return new ServerAddress(null, path.isEmpty() ? USUAL_SOCKET : Path.of(path));
    }
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw ServerProblem.ADDRESS.thrown(shown(address), e, "it is no URL");
    }
    if (uri.getHost() == null) {
      throw ServerProblem.ADDRESS.thrown(shown(address), null, "it names no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw ServerProblem.ADDRESS.thrown(
          shown(address), null, "a name or password in it would be seen by others");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw ServerProblem.ADDRESS.thrown(shown(address), null, "it goes on after the path");
    }
    // People copy the address from their browser, where it shows a team and a channel.
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
    path = path.replaceFirst("/api/v4$", "");
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return new ServerAddress(URI.create(scheme + "://" + host + port + path), null);
  }

  private static String shown(String address) {
    return address.replaceFirst("//[^/@]*@", "//…@");
  }

  /** The same for each spelling; holds no secret. */
  public String canonical() {
    return site == null ? LOCAL + socket.toAbsolutePath().normalize() : site.toString();
  }

  /** A file name of its own for each server. */
  public String fileName() {
    return canonical().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]", "_");
  }
}
