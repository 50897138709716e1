package dev.packhorse.engine.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A problem as one JSON object; the form is a promise to programs (design, section 3). */
public final class ProblemJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ProblemJson() {}

  /** The object in one line, without a line feed. */
  public static String line(Problem problem) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(problem, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  public static void write(Problem problem, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("message_type", "problem");
    json.writeStringField("code", problem.code().code());
    json.writeStringField("severity", problem.severity().word());
    json.writeObjectFieldStart("place");
    Place place = problem.place();
    if (place.row() != null) {
      json.writeStringField("table", place.file());
      json.writeStringField("id", place.row());
      if (!place.pointer().isEmpty()) {
        json.writeStringField("column", place.pointer());
      }
    } else {
      json.writeStringField("file", place.file());
    }
    if (place.line() > 0) {
      json.writeNumberField("line", place.line());
      json.writeNumberField("byte", place.offset());
      json.writeStringField("pointer", place.pointer());
    }
    json.writeEndObject();
    json.writeStringField("message", problem.message());
    json.writeStringField("hint", problem.hint());
    json.writeEndObject();
  }
}
