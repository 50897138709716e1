package dev.packhorse.engine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.engine.batch.JobHistory.Job;
import dev.packhorse.engine.batch.JobHistory.StepState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How jobs are shown. */
final class JobText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private JobText() {}

  static String state(Job job) {
    return job.state().name().toLowerCase(Locale.ROOT);
  }

  /** Local time; empty for none. */
  static String time(LocalDateTime time) {
    return time == null ? "" : TIME.format(time);
  }

  static String json(Job job) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("message_type", "job");
      json.writeNumberField("job", job.id());
      json.writeStringField("state", state(job));
      json.writeStringField("source", job.source());
      json.writeStringField("target", job.target());
      json.writeObjectFieldStart("settings");
      for (Map.Entry<String, String> setting : job.settings().entrySet()) {
        json.writeStringField(setting.getKey(), setting.getValue());
      }
      json.writeEndObject();
      json.writeNumberField("attempts", job.attempts());
      json.writeStringField("begun", time(job.begun()));
      json.writeStringField("ended", time(job.ended()));
      json.writeStringField("failure", job.failure());
      json.writeArrayFieldStart("steps");
      for (StepState step : job.steps()) {
        json.writeStartObject();
        json.writeStringField("step", step.name());
        json.writeStringField("status", step.status());
        json.writeNumberField("records", step.records());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
