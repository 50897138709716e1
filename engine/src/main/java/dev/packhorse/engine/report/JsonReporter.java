package dev.packhorse.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.engine.run.ProblemJson;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON lines on standard output: problems, then one summary. */
public final class JsonReporter implements Reporter {
  private static final JsonFactory JSON = new JsonFactory();

  private final PrintWriter out;
  private final long most;
  private long listed;

  /**
   * @param most how many problems to write; negative for all
   */
  public JsonReporter(PrintWriter out, long most) {
    this.out = out;
    this.most = most;
  }

  @Override
  public void accept(Problem problem) {
    if (most < 0 || listed < most) {
      listed++;
      out.println(ProblemJson.line(problem));
    }
  }

  @Override
  public void note(String sentence) {
    try {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField("message_type", "status");
        json.writeStringField("message", sentence);
        json.writeEndObject();
      }
      out.println(text);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void summary(Summary summary) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      SummaryJson.write(summary, json);
    }
    out.println(text);
    out.flush();
  }
}
