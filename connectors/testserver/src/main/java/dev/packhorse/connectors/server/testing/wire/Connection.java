package dev.packhorse.connectors.server.testing.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** One connection: requests one after the other, until either side has enough. */
final class Connection implements Runnable {
  /** As much as Go reads of a body that nobody wanted before it gives the connection up. */
  private static final int DRAINED = 256 << 10;

  private static final byte[] GO_AHEAD =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8);

  private final SocketChannel channel;
  private final boolean local;
  private final Service service;
  private final CountDownLatch closing;

  Connection(SocketChannel channel, boolean local, Service service, CountDownLatch closing) {
    this.channel = channel;
    this.local = local;
    this.service = service;
    this.closing = closing;
  }

  @Override
  public void run() {
    try (channel) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      for (Head head = Head.read(in); head != null && exchange(head, in, out); ) {
        head = Head.read(in);
      }
    } catch (IOException | UncheckedIOException e) {
      // The client went away, or a test wanted it so; either way nobody is left to be told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the connection may go on. */
  private boolean exchange(Head head, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    RequestBody body =
        new RequestBody(in, head.length(), head.waitsForGoAhead() ? () -> goAhead(out) : () -> {});
    Request request = new Request(head.method(), head.target(), head.headers(), body, local);
    Service.Served served = service.serve(request);
    if (served == null) {
      closing.await();
      return false;
    }
    try (InputStream content = served.reply().body()) {
      if (served.delivery().lost()) {
        return false;
      }
      boolean close = head.last() || !drained(body);
      boolean whole = write(served, close, head.method().equals("HEAD"), content, out);
      if (close && whole) {
        linger(in);
      }
      return whole && !close;
    }
  }

  private static void goAhead(OutputStream out) {
    try {
      out.write(GO_AHEAD);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean drained(RequestBody body) throws IOException {
    if (!body.ended() && body.length() <= DRAINED) {
      body.readNBytes(DRAINED + 1);
    }
    return body.ended();
  }

  private boolean write(
      Service.Served served, boolean close, boolean bare, InputStream content, OutputStream out)
      throws IOException, InterruptedException {
    Reply reply = served.reply();
    Delivery delivery = served.delivery();
    out.write(reply.head(close));
    long most = bare ? 0 : delivery.most(reply.length());
    for (long sent = 0; sent < most; ) {
      byte[] piece = content.readNBytes((int) Math.min(delivery.piece(), most - sent));
      if (piece.length == 0) {
        break;
      }
      out.write(piece);
      sent += piece.length;
      if (!delivery.pause().isZero()) {
        out.flush();
        Thread.sleep(delivery.pause().toMillis());
      }
    }
    out.flush();
    if (delivery.stallAfter() >= 0) {
      closing.await();
    }
    return bare || most == reply.length();
  }

  /**
   * A close while the client still sends would reset the connection and take the answer along;
   * proxies read on for that reason, and so do we.
   */
  private void linger(InputStream in) throws IOException {
    channel.shutdownOutput();
    in.transferTo(OutputStream.nullOutputStream());
  }
}
