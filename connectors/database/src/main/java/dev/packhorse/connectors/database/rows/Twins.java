package dev.packhorse.connectors.database.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packhorse.connectors.database.shuffle.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Root messages of one channel with the same time and text. An importer takes them for one message
 * (bulk-format.md T-10), so that all but one would be lost; each later one is moved on by a
 * millisecond until it is alone. Takes lines in order; pieces of one long thread are no twins.
 */
final class Twins {
  private static final int TIME = 8;

  private final Notes notes;
  private final Bytes changed = new Bytes(1024);
  private final Set<String> messages = new HashSet<>();
  private byte[] channel = {};
  private byte[] firstLine = {};
  private String lastId = "";
  private long lastTime;

  /** By how many milliseconds the last message was moved. */
  private long shift;

  /** Latest time that a moved message took in this channel. */
  private long reserved = Long.MIN_VALUE;

  /** A line's time and text. */
  private record Found(String message, long createAt) {}

  Twins(Notes notes) {
    this.notes = notes;
  }

  /**
   * Looks at the next line of root messages.
   *
   * @param key texts that name the channel, the sortable time, the id, the number of the piece in
   *     two bytes, the length of the id
   * @return whether {@link #line} is to be written instead
   */
  boolean moved(byte[] key, int keyLength, byte[] line, int from, int length) throws IOException {
    int idLength = key[keyLength - 1] & 0xFF;
    int idStart = keyLength - 3 - idLength;
    int timeStart = idStart - TIME;
    String id = new String(key, idStart, idLength, StandardCharsets.UTF_8);
    boolean sameChannel = Arrays.equals(key, 0, timeStart, channel, 0, channel.length);
    if (sameChannel && id.equals(lastId)) {
      return shift != 0 && shifted(lastTime, line, from, length);
    }
    long time = time(key, timeStart);
    boolean alone = !sameChannel || time != lastTime && time > reserved;
    if (!sameChannel) {
      channel = Arrays.copyOf(key, timeStart);
      reserved = Long.MIN_VALUE;
    }
    lastId = id;
    lastTime = time;
    shift = 0;
    if (alone) {
      messages.clear();
      firstLine = Arrays.copyOfRange(line, from, from + length);
      return false;
    }
    return crowded(id, line, from, length);
  }

  private boolean crowded(String id, byte[] line, int from, int length) throws IOException {
    if (messages.isEmpty()) {
      Found first = find(firstLine, 0, firstLine.length);
      messages.add(first.createAt() + " " + first.message());
    }
    Found here = find(line, from, length);
    while (!messages.add(here.createAt() + shift + " " + here.message())) {
      shift++;
    }
    reserved = Math.max(reserved, here.createAt() + shift);
    if (shift == 0) {
      return false;
    }
    notes.add(DataProblem.TWIN, "Posts", id, "CreateAt", here.createAt(), here.createAt() + shift);
    return shifted(here.createAt(), line, from, length);
  }

  /** Nothing that hangs on the message may be older than it (V-REACT-06, V-REPLY-06). */
  private boolean shifted(long createAt, byte[] line, int from, int length) throws IOException {
    long earliest = createAt + shift;
    byte[] number = Long.toString(earliest).getBytes(StandardCharsets.US_ASCII);
    changed.clear();
    int done = 0;
    try (JsonParser json = Json.FACTORY.createParser(line, from, length)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token != JsonToken.FIELD_NAME) {
          continue;
        }
        String name = json.currentName();
        json.nextToken();
        if (name.equals("props")) {
          json.skipChildren();
        } else if (name.equals("create_at") && json.getLongValue() < earliest) {
          int start = (int) json.currentTokenLocation().getByteOffset();
          changed.write(line, from + done, start - done);
          changed.write(number, 0, number.length);
          done = start + Long.toString(json.getLongValue()).length();
        }
      }
    }
    changed.write(line, from + done, length - done);
    return true;
  }

  /** The changed line after {@link #moved} said true. */
  Bytes line() {
    return changed;
  }

  private static long time(byte[] key, int at) {
    long value = 0;
    for (int i = at; i < at + TIME; i++) {
      value = value << 8 | key[i] & 0xFF;
    }
    return value ^ Long.MIN_VALUE;
  }

  private static Found find(byte[] line, int from, int length) throws IOException {
    String message = "";
    try (JsonParser json = Json.FACTORY.createParser(line, from, length)) {
      int depth = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
          depth++;
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
          depth--;
        } else if (token == JsonToken.FIELD_NAME && depth == 2) {
          String name = json.currentName();
          token = json.nextToken();
          if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            json.skipChildren();
          } else if (name.equals("message")) {
            message = json.getText();
          } else if (name.equals("create_at")) {
            return new Found(message, json.getLongValue());
          }
        }
      }
    }
    throw new IllegalStateException("a root message without a time");
  }
}
