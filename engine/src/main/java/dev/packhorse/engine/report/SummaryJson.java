package dev.packhorse.engine.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.connectors.spi.Account;
import dev.packhorse.connectors.spi.PartCount;
import dev.packhorse.engine.run.BalanceSheet;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A summary as one JSON object; the form is a promise to programs. */
final class SummaryJson {
  private SummaryJson() {}

  static void write(Summary summary, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("message_type", "summary");
    json.writeStringField("message", summary.verdict());
    json.writeObjectFieldStart("problems");
    json.writeNumberField("error", summary.errors());
    json.writeNumberField("warning", summary.warnings());
    json.writeNumberField("info", summary.infos());
    json.writeObjectFieldStart("by_code");
    for (Map.Entry<String, Long> entry : summary.problems().entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    balance(summary, json);
    json.writeObjectFieldStart("lost");
    for (Map.Entry<String, Long> entry : summary.lost().entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
    accounts("rows", "table", summary.accounts(), json);
    accounts("channels", "channel", summary.channels(), json);
    parts(summary, json);
    optional(json, "reject_file", summary.rejectFile());
    optional(json, "target", summary.target());
    json.writeNumberField("seconds", Math.round(summary.seconds() * 1000) / 1000.0);
    json.writeNumberField("bytes_read", summary.bytesRead());
    json.writeNumberField("bytes_written", summary.bytesWritten());
    json.writeNumberField("exit_code", summary.exitCode());
    json.writeEndObject();
  }

  private static void balance(Summary summary, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("balance");
    for (BalanceSheet.Row row : summary.rows()) {
      json.writeStartObject();
      json.writeStringField("type", row.type());
      json.writeStringField("kind", row.kind().words());
      json.writeNumberField("read", row.read());
      json.writeNumberField("refused", row.refused());
      if (summary.writing()) {
        json.writeNumberField("added", row.added());
        json.writeNumberField("written", row.written());
        json.writeNumberField("merged", row.merged());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void accounts(String name, String what, List<Account> accounts, JsonGenerator json)
      throws IOException {
    if (accounts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (Account account : accounts) {
      json.writeStartObject();
      json.writeStringField(what, account.table());
      json.writeNumberField("read", account.rows());
      counts("written", account.written(), json);
      counts("left_out", account.left(), json);
      counts("lost", account.lost(), json);
      json.writeNumberField("unexplained", account.unexplained());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void parts(Summary summary, JsonGenerator json) throws IOException {
    if (summary.parts().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("parts");
    for (PartCount part : summary.parts()) {
      json.writeStartObject();
      json.writeStringField("part", part.part().word());
      json.writeBooleanField("wanted", part.wanted());
      if (part.rows() == PartCount.UNKNOWN) {
        json.writeNullField("rows");
      } else {
        json.writeNumberField("rows", part.rows());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(String name, Map<String, Long> counts, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
