package dev.packhorse.connectors.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends a body of which nothing more comes; Java's client itself would wait for ever. */
final class StallGuard extends InputStream {
  private final InputStream in;
  private final Duration longest;
  private final ScheduledFuture<?> watch;
  private volatile long since;
  private volatile boolean reading;
  private volatile boolean stalled;

  StallGuard(InputStream in, Duration longest, ScheduledExecutorService clock) {
    this.in = in;
    this.longest = longest;
    long often = Math.max(50, Math.min(1000, longest.toMillis() / 4));
    this.watch = clock.scheduleAtFixedRate(this::look, often, often, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (reading && System.nanoTime() - since > longest.toNanos()) {
      stalled = true;
      try {
        in.close();
      } catch (IOException e) {
        // Whoever reads is told that nothing came, which is what matters.
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    since = System.nanoTime();
    reading = true;
    try {
      int count = in.read(target, offset, length);
      if (stalled) {
        throw stalled(null);
      }
      return count;
    } catch (IOException e) {
      throw stalled ? stalled(e) : e;
    } finally {
      reading = false;
    }
  }

  private HttpTimeoutException stalled(IOException cause) {
    HttpTimeoutException told =
        new HttpTimeoutException("nothing more came for " + longest.toSeconds() + " seconds");
    told.initCause(cause);
    return told;
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    in.close();
  }
}
