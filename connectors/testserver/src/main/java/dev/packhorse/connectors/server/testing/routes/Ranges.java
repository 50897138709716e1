package dev.packhorse.connectors.server.testing.routes;

import dev.packhorse.connectors.server.testing.wire.Reply;
import dev.packhorse.connectors.server.testing.wire.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file, or the part of it that was asked for; without anything that tells one file from another.
 */
final class Ranges {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  private Ranges() {}

  static Reply of(Request request, String type, Path file) throws IOException {
    long size = Files.size(file);
    String asked = request.header("range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return Reply.file(200, type, file, 0, size).header("Accept-Ranges", "bytes");
    }
    long from;
    long to = size - 1;
    if (range.group(1).isEmpty()) {
      from = Math.max(0, size - Long.parseLong(range.group(2)));
    } else {
      from = Long.parseLong(range.group(1));
      to = range.group(2).isEmpty() ? to : Math.min(to, Long.parseLong(range.group(2)));
    }
    if (from >= size || to < from) {
      return Reply.text(416, "text/plain; charset=utf-8", "invalid range: failed to overlap\n")
          .header("Content-Range", "bytes */" + size);
    }
    return Reply.file(206, type, file, from, to - from + 1)
        .header("Accept-Ranges", "bytes")
        .header("Content-Range", "bytes " + from + "-" + to + "/" + size);
  }
}
