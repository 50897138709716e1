package dev.packhorse.connectors.server.export;

import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Answer;
import dev.packhorse.connectors.server.http.Call;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches an export file. A server cuts a download that takes longer than its write time-out, so it
 * goes on from the bytes that are here; and it shows a file that is still being written, so a size
 * that changes means beginning anew (rest-api reference 3.3).
 */
final class Download {
  /** Failures in a row without a new byte. */
  private static final int TRIES = 12;

  private static final Pattern RANGE = Pattern.compile("bytes (?:\\d+-\\d+|\\*)/(\\d+)");

  private final Client client;
  private final Pause pause;
  private final LongConsumer progress;
  private long total = -1;

  Download(Client client, Pause pause, LongConsumer progress) {
    this.client = client;
    this.pause = pause;
    this.progress = progress;
  }

  /**
   * Fetches the rest of a file.
   *
   * @param file what is here of it; made if it is not there
   * @return whether the server has such a file
   */
  boolean fetch(String name, Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int failures = 0; total < 0 || out.size() < total; ) {
        long before = out.size();
        String said;
        try {
          said = piece(name, out);
        } catch (InterruptedStaging e) {
          throw e;
        } catch (IOException e) {
          said = String.valueOf(e.getMessage());
        }
        if (said == null) {
          return false;
        }
        failures = out.size() > before ? 0 : failures + 1;
        if (failures == TRIES) {
          String what = "downloading " + name;
          throw ServerProblem.GAVE_UP.thrown(client.name(), null, what, failures, said);
        }
        if (failures > 0) {
          pause.pause(Duration.ofSeconds(Math.min(60, 1L << failures - 1)));
        }
      }
      out.force(true);
      return true;
    }
  }

  /** Gets what one answer brings; returns why it was not all, null if there is no such file. */
  private String piece(String name, FileChannel out) throws IOException {
    Call call =
        Call.get("/exports/" + Call.encoded(name)).with("Range", "bytes=" + out.size() + "-");
    try (Answer answer = client.raw(call)) {
      long size = size(answer);
      if (size >= 0 && total >= 0 && size != total) {
        out.truncate(0); // it was still growing
        total = size;
        return "the file grew while it was read";
      }
      if (answer.status() == 416) {
        total = size;
        if (out.size() > size) {
          out.truncate(0);
        }
        return "";
      }
      if (answer.status() == 404 && answer.json()) {
        return null;
      }
      if (answer.status() != 206 && answer.status() != 200) {
        client.check(call, answer);
      }
      if (answer.status() == 200) {
        out.truncate(0);
      }
      total = size;
      copy(answer.body(), out);
      return "the connection ended early";
    }
  }

  private void copy(InputStream in, FileChannel out) throws IOException {
    out.position(out.size());
    OutputStream to = Channels.newOutputStream(out);
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      to.write(buffer, 0, count);
      progress.accept(out.position());
    }
  }

  /** Size of the whole file; -1 if the answer does not say. */
  private static long size(Answer answer) {
    Matcher range = RANGE.matcher(String.valueOf(answer.header("content-range")));
    if (range.matches()) {
      return Long.parseLong(range.group(1));
    }
    String length = answer.header("content-length");
    return answer.status() == 200 && length != null ? Long.parseLong(length) : -1;
  }
}
