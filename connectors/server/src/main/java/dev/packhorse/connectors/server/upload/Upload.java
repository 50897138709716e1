package dev.packhorse.connectors.server.upload;

import dev.packhorse.connectors.server.api.ApiError;
import dev.packhorse.connectors.server.api.Client;
import dev.packhorse.connectors.server.http.Answer;
import dev.packhorse.connectors.server.http.Pause;
import dev.packhorse.connectors.server.http.ServerProblem;
import dev.packhorse.connectors.spi.InterruptedStaging;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Brings one file to a server. A server appends blindly and knows no checksum, so a chunk that came
 * twice would ruin the archive without a word: only after a 204 that was received is the next chunk
 * sent at once, in every other case the server is asked first how much it has (rest-api reference
 * 2.3, trap 3).
 */
public final class Upload {
  /** The first chunk must have so much, or be the whole file. */
  private static final long LEAST = 5L << 20;

  private static final long USUAL = 16L << 20;

  /** Failures in a row, with waits that double up to a minute: about ten minutes. */
  private static final int TRIES = 15;

  private final Uploads uploads;
  private final Client client;
  private final Pause pause;
  private final LongConsumer progress;
  private long chunk = USUAL;

  /**
   * @param local whether the server is asked over its socket
   * @param progress told how many bytes the server has
   */
  public Upload(Client client, boolean local, Pause pause, LongConsumer progress) {
    this.client = client;
    this.uploads = new Uploads(client, local);
    this.pause = pause;
    this.progress = progress;
  }

  /**
   * Sends a file, or the rest of it.
   *
   * @param filename a name that no other upload has; the file must not change
   * @param id of the upload that an earlier call made for it; null if there was none
   * @param created told the id as soon as there is one
   * @return the name by which it can be imported
   */
  public String send(Path file, String filename, String id, Consumer<String> created)
      throws IOException {
    long size = Files.size(file);
    UploadRecord record = id == null ? null : uploads.get(id);
    if (id != null && record == null && uploads.imports().contains(id + "_" + filename)) {
      return id + "_" + filename;
    }
    if (record == null || record.size() != size) {
      record = begin(filename, size);
      created.accept(record.id());
    }
    try (FileChannel bytes = FileChannel.open(file)) {
      return all(bytes, record);
    }
  }

  /** An answer that was lost leaves a record behind, which is found again by its name. */
  private UploadRecord begin(String filename, long size) throws IOException {
    UploadRecord there = uploads.unfinished(filename, size);
    for (int failures = 0; there == null; ) {
      try {
        there = uploads.create(filename, size);
      } catch (InterruptedStaging e) {
        throw e;
      } catch (IOException e) {
        wait(++failures, String.valueOf(e.getMessage()));
        there = uploads.unfinished(filename, size);
      }
    }
    return there;
  }

  private String all(FileChannel bytes, UploadRecord record) throws IOException {
    String name = record.id() + "_" + record.filename();
    long offset = record.offset();
    for (int failures = 0; ; ) {
      progress.accept(offset);
      String said;
      try (Answer answer = send(bytes, record, offset)) {
        if (answer.status() == 204) {
          offset += Math.min(chunk, record.size() - offset);
          failures = 0;
          continue;
        }
        if (answer.status() == 200) {
          break;
        }
        said = refusal(answer, record);
      } catch (InterruptedStaging e) {
        throw e;
      } catch (IOException e) {
        said = String.valueOf(e.getMessage());
      }
      wait(++failures, said);
      UploadRecord now = settled(record.id());
      if (now == null) {
        break;
      }
      failures = now.offset() > offset ? 1 : failures;
      offset = now.offset();
    }
    if (!uploads.imports().contains(name)) {
      throw UploadProblem.GONE.thrown(client.name(), name);
    }
    progress.accept(record.size());
    return name;
  }

  private Answer send(FileChannel bytes, UploadRecord record, long offset) throws IOException {
    long length = Math.min(chunk, record.size() - offset);
    return uploads.send(record.id(), length, () -> new Slice(bytes, offset, length));
  }

  /** What the server has once it stopped taking in what a broken line left. */
  private UploadRecord settled(String id) throws IOException {
    UploadRecord before = uploads.get(id);
    while (before != null) {
      pause.pause(Duration.ofSeconds(1));
      UploadRecord after = uploads.get(id);
      if (after == null || after.offset() == before.offset()) {
        return after;
      }
      before = after;
    }
    return null;
  }

  /** Throws what no second try can mend; else what was said. */
  private String refusal(Answer answer, UploadRecord record) throws IOException {
    if (answer.status() == 413 && !answer.json()) {
      // Something in front of the server lets only so much through.
      if (chunk <= LEAST) {
        throw UploadProblem.PROXY_LIMIT.thrown(client.name(), LEAST);
      }
      chunk = Math.max(LEAST, chunk / 2);
      return "status 413 of a proxy";
    }
    boolean again = answer.status() == 400 || answer.status() >= 500 || answer.status() == 404;
    if (!again || !answer.json()) {
      if (answer.status() >= 500) {
        return "status " + answer.status();
      }
      UploadProblem.check(client, answer, record.size());
    }
    ApiError error = Client.error(answer.body());
    return error.message();
  }

  private void wait(int failures, String said) throws IOException {
    if (failures >= TRIES) {
      throw ServerProblem.GAVE_UP.thrown(client.name(), null, "uploading", failures, said);
    }
    pause.pause(Duration.ofSeconds(Math.min(60, 1L << Math.min(failures - 1, 6))));
  }
}
