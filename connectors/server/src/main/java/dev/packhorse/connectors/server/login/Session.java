package dev.packhorse.connectors.server.login;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Network;
import dev.packhorse.connectors.server.http.Patience;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.http.ServerAddress;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.server.http.SocketTransport;
import dev.packhorse.connectors.server.http.TcpTransport;
import dev.packhorse.connectors.server.http.Transport;
import dev.packhorse.connectors.spi.server.Access;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A way to a server and the right to use it: the token given for this command, else the stored
 * login; over the socket, none is needed.
 */
public final class Session implements Closeable {
  private final ServerAddress address;
  private final Transport transport;
  private final Client client;
  private final String how;

  private Session(ServerAddress address, Transport transport, Client client, String how) {
    this.address = address;
    this.transport = transport;
    this.client = client;
    this.how = how;
  }

  /**
   * @throws dev.packhorse.formats.problem.ProblemException {@code server.denied.sign-in} if there
   *     is neither a token nor a stored login
   */
  public static Session open(String address, Access access) throws IOException {
    ServerAddress server = ServerAddress.parse(address);
    if (server.socket() != null) {
      return of(server, access, null, "socket");
    }
    String given = access.token().get();
    if (given != null) {
      return of(server, access, given, "token");
    }
    StoredLogin stored = StoredLogin.load(access.logins(), server);
    if (stored == null) {
      throw ServerProblem.SIGN_IN.thrown(server.canonical(), null, "nobody is signed in there");
    }
    return of(server, access, stored.token(), stored.session() ? "password" : "token");
  }

  /**
   * @param token null for none
   */
  static Session of(ServerAddress server, Access access, String token, String how)
      throws IOException {
    Transport transport;
    if (server.socket() != null) {
      check(server.socket());
      transport = new SocketTransport(server.socket());
    } else {
      Network network = Network.of(access.authorities(), access.environment(), server.site());
      transport = new TcpTransport(server.site(), network);
    }
    Patience patience = new Patience(transport, Pause.until(access.stopped()));
    Client client = new Client(server.canonical(), patience, () -> token);
    return new Session(server, transport, client, how);
  }

  /** A socket that others may write to is not that of a server, or not safe. */
  private static void check(Path socket) throws IOException {
    if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
      throw ServerProblem.SOCKET.thrown(socket.toString(), null, "it is not there");
    }
    String rights =
        PosixFilePermissions.toString(
            Files.readAttributes(socket, PosixFileAttributes.class).permissions());
    if (!rights.endsWith("------")) {
      throw ServerProblem.SOCKET.thrown(
          socket.toString(), null, "others than its owner may use it (" + rights + ")");
    }
    if (!Files.isWritable(socket)) {
      throw ServerProblem.SOCKET.thrown(socket.toString(), null, "it belongs to another user");
    }
  }

  public Client client() {
    return client;
  }

  ServerAddress address() {
    return address;
  }

  /** {@code token}, {@code password} or {@code socket}. */
  String how() {
    return how;
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
