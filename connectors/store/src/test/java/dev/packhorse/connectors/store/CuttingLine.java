package dev.packhorse.connectors.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server on this machine that is cut after so many bytes of answers. */
final class CuttingLine implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int server;
  private final AtomicInteger cuts;
  private final int after;
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * @param cuts how many connections are cut; those that follow are not
   * @param after how many bytes each of them may answer
   */
  CuttingLine(int server, int cuts, int after) throws IOException {
    this.server = server;
    this.cuts = new AtomicInteger(cuts);
    this.after = after;
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** Something that ends with its sockets. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | UncheckedIOException e) {
                // The line was closed or cut.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      connections.incrementAndGet();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
      int most = cuts.getAndDecrement() > 0 ? after : Integer.MAX_VALUE;
      start(() -> copy(client, far, Integer.MAX_VALUE));
      start(() -> copy(far, client, most));
    }
  }

  private static void copy(Socket from, Socket to, int most) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      int left = most;
      int count = in.read(buffer);
      while (count >= 0 && left > 0) {
        int now = Math.min(count, left);
        out.write(buffer, 0, now);
        left -= now;
        count = left > 0 ? in.read(buffer) : -1;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
