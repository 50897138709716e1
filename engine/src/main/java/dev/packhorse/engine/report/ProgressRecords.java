package dev.packhorse.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.engine.run.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Progress for programs: once a second one JSON object of {@code message_type} {@code status}. */
public final class ProgressRecords implements Progress {
  private static final long EVERY_NANOS = 1_000_000_000L;
  private static final JsonFactory JSON = new JsonFactory();

  private final PrintWriter out;
  private final long begun = System.nanoTime();
  private String phase = "";
  private long total = -1;
  private long told;

  public ProgressRecords(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void phase(String name, long size) {
    phase = name;
    total = size;
    told = 0;
    update(0, 0);
  }

  @Override
  public void update(long position, long records) {
    long now = System.nanoTime();
    if (told != 0 && now - told < EVERY_NANOS) {
      return;
    }
    told = now;
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("message_type", "status");
      json.writeStringField("phase", phase);
      json.writeNumberField("bytes_done", position);
      if (total >= 0) {
        json.writeNumberField("total_bytes", total);
      }
      json.writeNumberField("records", records);
      json.writeNumberField("seconds_elapsed", Math.round((now - begun) / 1e6) / 1000.0);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
    out.flush();
  }
}
