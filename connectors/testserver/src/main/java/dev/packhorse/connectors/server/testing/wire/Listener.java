package dev.packhorse.connectors.server.testing.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Accepts connections, each with a thread of its own, until it is closed. */
public final class Listener implements AutoCloseable {
  private final ServerSocketChannel server;
  private final boolean local;
  private final Service service;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private Listener(ServerSocketChannel server, boolean local, Service service) {
    this.server = server;
    this.local = local;
    this.service = service;
  }

  /** On any free port of this machine. */
  public static Listener tcp(Service service) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new Listener(server, false, service).started("fake-server-tcp");
  }

  /** On a Unix socket with the mode that the real server gives it. */
  public static Listener local(Path socket, Service service) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    return new Listener(server, true, service).started("fake-server-socket");
  }

  public int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  private Listener started(String name) {
    thread(name, this::accept);
    return this;
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        open.add(channel);
        Connection connection = new Connection(channel, local, service, closing);
        thread(
            "fake-server-connection",
            () -> {
              connection.run();
              open.remove(channel);
            });
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private static void thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    closing.countDown();
    for (SocketChannel channel : open) {
      channel.close();
    }
  }
}
