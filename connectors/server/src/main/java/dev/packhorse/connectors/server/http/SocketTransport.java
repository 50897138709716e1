package dev.packhorse.connectors.server.http;

import dev.packhorse.connectors.spi.socket.UnixSocket;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 over a server's local socket, one connection for each request; Java's own client knows
 * no such sockets (rest-api reference 1.3).
 */
public final class SocketTransport implements Transport {
  private static final int LONGEST_HEAD = 64 * 1024;

  private final Path file;

  public SocketTransport(Path file) {
    this.file = file;
  }

  @Override
  public Answer send(Call call, String token) throws IOException {
    UnixSocket socket = new UnixSocket(file);
    try {
      socket.connect(null);
      socket.setSoTimeout((int) call.patience().toMillis());
      write(call, token, socket.getOutputStream());
      return read(socket);
    } catch (SocketTimeoutException e) {
      socket.close();
      throw new HttpTimeoutException("no answer for " + call.patience().toSeconds() + " seconds");
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static void write(Call call, String token, OutputStream socket) throws IOException {
    OutputStream out = new BufferedOutputStream(socket, 1 << 16);
    StringBuilder head = new StringBuilder();
    head.append(call.method()).append(" /api/v4").append(call.path()).append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\nConnection: close\r\nAccept-Encoding: identity\r\n");
    if (token != null) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    call.headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    Body body = call.body();
    if (body != null) {
      head.append("Content-Type: ").append(body.contentType()).append("\r\n");
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (body != null) {
      try (InputStream in = body.opener().open()) {
        in.transferTo(out);
      }
    }
    out.flush();
  }

  private static Answer read(UnixSocket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    int status;
    Map<String, List<String>> headers;
    do {
      String[] words = line(in).split(" ", 3);
      if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
        throw new IOException("what answers on the socket does not speak HTTP");
      }
      status = Integer.parseInt(words[1]);
      headers = headers(in);
    } while (status < 200);
    return new Answer(status, headers, body(status, headers, in, socket));
  }

  private static Map<String, List<String>> headers(InputStream in) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    int size = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      size += line.length();
      int colon = line.indexOf(':');
      if (colon < 1 || size > LONGEST_HEAD) {
        throw new IOException("the head of the answer can't be read");
      }
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static InputStream body(
      int status, Map<String, List<String>> headers, InputStream in, UnixSocket socket) {
    if (status == 204 || status == 304) {
      return new SizedBody(in, 0, socket);
    }
    if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
      return new ChunkedBody(in, socket);
    }
    List<String> length = headers.get("content-length");
    return new SizedBody(in, length == null ? -1 : Long.parseLong(length.get(0)), socket);
  }

  /** A line without its end. */
  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    int b;
    while ((b = in.read()) != '\n') {
      if (b < 0) {
        throw new EOFException("the connection was closed before the answer was whole");
      }
      if (line.size() > LONGEST_HEAD) {
        throw new IOException("the head of the answer can't be read");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public void close() {}
}
