package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RawJson;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes records as lines. A record that was read keeps the order of its members, its explicit
 * nulls and its unknown members; a new one is written in the server's order without what is absent.
 * Not thread-safe.
 */
public final class LineEncoder {
  private static final JsonFactory PLAIN = factory(Escaping.PLAIN);
  private static final JsonFactory GO = factory(Escaping.GO);

  private final JsonFactory factory;

  public LineEncoder(Escaping escaping) {
    this.factory = escaping == Escaping.GO ? GO : PLAIN;
  }

  private static JsonFactory factory(Escaping escaping) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamWriteConstraints(
                StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            // Lone surrogates come from programs, not from files: readers have replaced them.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    factory.setCharacterEscapes(escaping.escapes());
    return factory;
  }

  /**
   * Appends one line with its line feed.
   *
   * @param envelope how the members around the payload stood when the line was read; null for a new
   *     record
   * @throws IOException if {@code out} fails
   */
  public void encode(BulkRecord record, Layout envelope, OutputStream out) throws IOException {
    try (JsonGenerator json = factory.createGenerator(out)) {
      if (record instanceof Version) {
        versionLine((Version) record, json);
      } else {
        line(record, envelope, json);
      }
    }
    out.write('\n');
  }

  private void line(BulkRecord record, Layout envelope, JsonGenerator json) throws IOException {
    RecordType type = record.recordType();
    json.writeStartObject();
    boolean typeWritten = false;
    boolean payloadWritten = false;
    for (int i = 0; envelope != null && i < envelope.size(); i++) {
      int member = envelope.at(i);
      if (member == Envelope.TYPE) {
        json.writeStringField("type", type.word());
        typeWritten = true;
      } else if (member == Envelope.PAYLOAD) {
        json.writeFieldName(type.word());
        object(record, Shape.of(record.getClass()), json);
        payloadWritten = true;
      } else {
        extra(envelope.extras().get(-1 - member), json);
      }
    }
    if (!typeWritten) {
      json.writeStringField("type", type.word());
    }
    if (!payloadWritten) {
      json.writeFieldName(type.word());
      object(record, Shape.of(record.getClass()), json);
    }
    json.writeEndObject();
  }

  /** The version line has no payload: its fields stand beside {@code type}. */
  private void versionLine(Version version, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (version.layout() == null) {
      json.writeStringField("type", RecordType.VERSION.word());
    }
    members(version, Shape.of(Version.class), json);
    json.writeEndObject();
  }

  private void object(Object record, Shape shape, JsonGenerator json) throws IOException {
    json.writeStartObject();
    members(record, shape, json);
    json.writeEndObject();
  }

  private void members(Object record, Shape shape, JsonGenerator json) throws IOException {
    int count = shape.fields.length;
    Layout layout = shape.layout(record);
    long written = 0;
    for (int i = 0; layout != null && i < layout.size(); i++) {
      int member = layout.at(i);
      if (member == Envelope.VERSION_TYPE) {
        json.writeStringField("type", RecordType.VERSION.word());
      } else if (member >= 0) {
        written |= 1L << member;
        member(shape.fields[member], shape.value(member, record), json);
      } else {
        extra(layout.extras().get(-1 - member), json);
      }
    }
    for (int i = 0; i < count; i++) {
      Object value = (written >> i & 1) == 0 ? shape.value(i, record) : null;
      if (value != null) {
        member(shape.fields[i], value, json);
      }
    }
  }

  private void member(Shape.Field field, Object value, JsonGenerator json) throws IOException {
    json.writeFieldName(field.written());
    if (value == null) {
      json.writeNull();
    } else {
      value(field, value, json);
    }
  }

  private void value(Shape.Field field, Object value, JsonGenerator json) throws IOException {
    switch (field.kind()) {
      case TEXT, TIME -> json.writeString((String) value);
      case INTEGER -> json.writeNumber((Long) value);
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case RAW, RAW_OBJECT -> json.writeRawValue(new RawText((RawJson) value));
      case OBJECT -> object(value, field.shape(), json);
      case TEXTS -> {
        json.writeStartArray();
        for (Object text : (List<?>) value) {
          json.writeString((String) text);
        }
        json.writeEndArray();
      }
      case OBJECTS -> {
        json.writeStartArray();
        for (Object element : (List<?>) value) {
          object(element, field.shape(), json);
        }
        json.writeEndArray();
      }
    }
  }

  private static void extra(Layout.Extra extra, JsonGenerator json) throws IOException {
    json.writeFieldName(new RawText(extra.name()));
    json.writeRawValue(new RawText(extra.value()));
  }
}
