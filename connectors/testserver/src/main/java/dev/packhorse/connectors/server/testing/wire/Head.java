package dev.packhorse.connectors.server.testing.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The lines before a body. */
record Head(String method, String target, Map<String, String> headers) {
  private static final int LONGEST = 64 * 1024;

  /** Null if the client has no further request. */
  static Head read(InputStream in) throws IOException {
    String first;
    try {
      first = line(in);
    } catch (EOFException e) {
      return null;
    }
    String[] words = first.split(" ");
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw new IOException("not HTTP/1: " + first);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("not a header: " + line);
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Head(words[0], words[1], headers);
  }

  /** Of the body; −1 if it comes in chunks. */
  long length() {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return -1;
    }
    return Long.parseLong(headers.getOrDefault("content-length", "0"));
  }

  boolean waitsForGoAhead() {
    return "100-continue".equalsIgnoreCase(headers.get("expect"));
  }

  boolean last() {
    return "close".equalsIgnoreCase(headers.get("connection"));
  }

  /** A line without its end. */
  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    int b;
    while ((b = in.read()) != '\n') {
      if (b < 0 || line.size() > LONGEST) {
        throw new EOFException("no whole line");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
