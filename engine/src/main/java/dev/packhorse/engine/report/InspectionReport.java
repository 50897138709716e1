package dev.packhorse.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.packhorse.connectors.spi.Source;
import dev.packhorse.engine.run.BalanceSheet;
import dev.packhorse.engine.run.Inspection;
import dev.packhorse.engine.run.Kind;
import dev.packhorse.formats.model.Info;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code inspect} says. */
public final class InspectionReport {
  private InspectionReport() {}

  public static void text(Inspection found, Source source, PrintWriter out) {
    head(found, source, out);
    out.println();
    counts(found, out);
    channels(found, out);
    months(found, out);
    large("largest threads", "replies", found.threads(), false, out);
    if (found.fileCount() > 0) {
      large("largest of " + files(found), "size", found.files(), true, out);
    }
    out.flush();
  }

  /** In a few lines. */
  public static void brief(Inspection found, Source source, PrintWriter out) {
    head(found, source, out);
    out.println("records: " + list(found, true));
    out.println("in them: " + list(found, false));
    out.println("beside them: " + files(found));
    out.flush();
  }

  private static String list(Inspection found, boolean records) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (BalanceSheet.Row row : found.counts()) {
      if (row.kind() == Kind.RECORDS == records) {
        counts.merge(records ? row.type() : row.kind().words(), row.read(), Long::sum);
      }
    }
    return counts.entrySet().stream()
        .map(count -> number(count.getValue()) + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String files(Inspection found) {
    return number(found.fileCount()) + " files, " + Amounts.bytes(found.fileBytes());
  }

  private static void head(Inspection found, Source source, PrintWriter out) {
    out.println(source.name() + ": " + source.form() + ", " + Amounts.bytes(source.size()));
    out.println(
        "format version " + (found.formatVersion() == null ? "not said" : found.formatVersion()));
    Info info = found.info();
    if (info != null) {
      String version = info.version() == null ? "" : " " + info.version();
      String created = info.created() == null ? "" : ", " + info.created();
      out.println("written by " + info.generator() + version + created);
    }
    if (found.earliest() != null) {
      out.println("messages from " + found.earliest() + " to " + found.latest());
    }
  }

  private static void counts(Inspection found, PrintWriter out) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"type", "count"});
    for (BalanceSheet.Row row : found.counts()) {
      String name = row.kind() == Kind.RECORDS ? row.type() : "  " + row.kind().words();
      rows.add(new String[] {name, number(row.read())});
    }
    Table.print(rows, out);
    out.println();
  }

  private static void channels(Inspection found, PrintWriter out) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"team / channel", "messages", "replies"});
    found
        .channels()
        .forEach(
            (team, channels) -> {
              long roots = channels.values().stream().mapToLong(Inspection.Messages::roots).sum();
              long replies =
                  channels.values().stream().mapToLong(Inspection.Messages::replies).sum();
              rows.add(new String[] {team, number(roots), number(replies)});
              channels.forEach(
                  (name, messages) ->
                      rows.add(
                          new String[] {
                            "  " + name, number(messages.roots()), number(messages.replies())
                          }));
            });
    if (rows.size() > 1) {
      Table.print(rows, out);
      out.println();
    }
  }

  private static void months(Inspection found, PrintWriter out) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"month", "messages and replies"});
    found
        .months()
        .forEach((month, count) -> rows.add(new String[] {month.toString(), number(count)}));
    if (rows.size() > 1) {
      Table.print(rows, out);
      out.println();
    }
  }

  private static void large(
      String title, String unit, List<Inspection.Large> large, boolean bytes, PrintWriter out) {
    if (large.isEmpty()) {
      return;
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {title, unit});
    for (Inspection.Large each : large) {
      rows.add(
          new String[] {each.name(), bytes ? Amounts.bytes(each.size()) : number(each.size())});
    }
    Table.print(rows, out);
    out.println();
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** One JSON object in one line. */
  public static void json(Inspection found, Source source, PrintWriter out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("message_type", "summary");
      json.writeStringField("source", source.name());
      json.writeStringField("form", source.form());
      json.writeNumberField("bytes", source.size());
      if (found.formatVersion() != null) {
        json.writeNumberField("format_version", found.formatVersion());
      }
      if (found.info() != null) {
        json.writeStringField("generator", found.info().generator());
        json.writeStringField("generator_version", found.info().version());
        json.writeStringField("created", found.info().created());
      }
      if (found.earliest() != null) {
        json.writeStringField("earliest", found.earliest().toString());
        json.writeStringField("latest", found.latest().toString());
      }
      json.writeArrayFieldStart("counts");
      for (BalanceSheet.Row row : found.counts()) {
        json.writeStartObject();
        json.writeStringField("type", row.type());
        json.writeStringField("kind", row.kind().words());
        json.writeNumberField("count", row.read());
        json.writeEndObject();
      }
      json.writeEndArray();
      channelsJson(found, json);
      json.writeObjectFieldStart("months");
      for (Map.Entry<?, Long> month : found.months().entrySet()) {
        json.writeNumberField(month.getKey().toString(), month.getValue());
      }
      json.writeEndObject();
      largeJson("largest_threads", "replies", found.threads(), json);
      json.writeNumberField("files", found.fileCount());
      json.writeNumberField("file_bytes", found.fileBytes());
      largeJson("largest_files", "bytes", found.files(), json);
      json.writeEndObject();
    }
    out.println(text);
    out.flush();
  }

  private static void channelsJson(Inspection found, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("channels");
    for (Map.Entry<String, Map<String, Inspection.Messages>> team : found.channels().entrySet()) {
      for (Map.Entry<String, Inspection.Messages> channel : team.getValue().entrySet()) {
        json.writeStartObject();
        json.writeStringField("team", team.getKey());
        json.writeStringField("channel", channel.getKey());
        json.writeNumberField("messages", channel.getValue().roots());
        json.writeNumberField("replies", channel.getValue().replies());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void largeJson(
      String name, String unit, List<Inspection.Large> large, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Inspection.Large each : large) {
      json.writeStartObject();
      json.writeStringField("name", each.name());
      json.writeNumberField(unit, each.size());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
