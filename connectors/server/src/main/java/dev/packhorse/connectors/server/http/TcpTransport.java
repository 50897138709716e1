package dev.packhorse.connectors.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Requests by Java's own HTTP client. */
public final class TcpTransport implements Transport {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final URI base;
  private final HttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "packhorse-http-clock");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param base scheme, host and port of the site, and its path if it has one
   * @param network certificates and proxy
   */
  public TcpTransport(URI base, Network network) {
    this.base = base;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // A redirect from http to https would carry the token over the open line first.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .proxy(network.proxies());
    if (network.trust() != null) {
      builder.sslContext(network.trust());
    }
    if (network.proxyLogin() != null) {
      builder.authenticator(network.proxyLogin());
    }
    this.client = builder.build();
  }

  @Override
  public Answer send(Call call, String token) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/api/v4" + call.path()))
            .timeout(call.patience())
            .header("Accept-Encoding", "identity")
            .method(call.method(), publisher(call.body()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (call.body() != null) {
      request.header("Content-Type", call.body().contentType());
    }
    call.headers().forEach(request::header);
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      Map<String, List<String>> headers = new TreeMap<>();
      response
          .headers()
          .map()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      return new Answer(
          response.statusCode(), headers, new StallGuard(response.body(), call.patience(), clock));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the request was given up");
    } catch (SSLException e) {
      throw refused(e);
    }
  }

  private IOException refused(SSLException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("SSL message") || said.contains("plaintext connection")) {
      throw ServerProblem.TLS_NONE.thrown(name(), e);
    }
    if (e instanceof SSLHandshakeException) {
      throw ServerProblem.TLS_UNTRUSTED.thrown(name(), e, said);
    }
    return e;
  }

  private static BodyPublisher publisher(Body body) {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    if (body.length() == 0) {
      return BodyPublishers.ofByteArray(new byte[0]);
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(
            () -> {
              try {
                return body.opener().open();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }),
        body.length());
  }

  @Override
  public String name() {
    return base.toString();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
