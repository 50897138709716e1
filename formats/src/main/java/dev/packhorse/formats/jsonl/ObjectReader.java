package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one object of the model, and what is nested in it, from a parser that stands on its opening
 * brace; leaves the parser on the closing one. Values of the wrong kind are reported and passed
 * over, so that all of a line's faults are found at once. Not thread-safe; reused for all lines of
 * a thread.
 */
final class ObjectReader {
  /**
   * Most objects and texts in lists of one line. A line below the length limit with that many valid
   * reactions can't be written; without a bound, 16 MiB of empty objects would need gigabytes.
   */
  static final int MOST_PARTS = 500_000;

  /** Objects nest four deep: user, team, channel, notify props. */
  private static final int DEEPEST = 6;

  private static final int NONE = -1;
  private static final int UNUSUAL = -2;

  private static final class Frame {
    Object[] values = new Object[48];
    final LayoutBuilder layout = new LayoutBuilder();
    long seen;
  }

  private final Frame[] frames = new Frame[DEEPEST];
  private final LineFindings findings;
  private final ValueReader values;
  private int parts;

  /** The layout of the last object of each shape, by the shape's number. */
  private Layout[] usual = new Layout[32];

  ObjectReader(LineFindings findings) {
    this.findings = findings;
    this.values = new ValueReader(findings);
    for (int i = 0; i < DEEPEST; i++) {
      frames[i] = new Frame();
    }
  }

  /**
   * Prepares for a line.
   *
   * @param bytes the array the parser reads from
   * @param parserStart where in it the parser began
   * @param careful whether texts may hold lone surrogates
   */
  void begin(byte[] bytes, int parserStart, boolean careful) {
    parts = 0;
    values.begin(bytes, parserStart, careful);
  }

  ValueReader values() {
    return values;
  }

  /** The payload of a line. */
  Object read(JsonParser json, Shape shape, Object before) throws IOException {
    return object(json, shape, before, 0);
  }

  /**
   * @param before what an earlier member of the same name held, to be merged with; null if none
   */
  private Object object(JsonParser json, Shape shape, Object before, int depth) throws IOException {
    Frame frame = frames[depth];
    int count = shape.fields.length;
    frame.seen = 0;
    frame.layout.begin();
    for (int i = 0; i <= count; i++) {
      frame.values[i] = null;
    }
    if (before != null && values.mayMerge(json, extraBytes(shape.layout(before)))) {
      carryOver(shape, before, frame);
    }
    Layout expected = usual(shape);
    for (int position = 0; ; position++) {
      int field = usualField(json, shape, expected, position);
      if (field == NONE) {
        break;
      }
      if (field == UNUSUAL) {
        field = field(json, shape);
        if (field < 0) {
          values.unknown(json, frame.layout);
          continue;
        }
      }
      boolean again = (frame.seen >> field & 1) != 0;
      if (again) {
        findings.report(LineProblem.REPEATED, values.pointer(json), json.currentName());
      } else {
        frame.seen |= 1L << field;
        frame.layout.field(field);
      }
      json.nextToken();
      frame.values[field] = value(json, shape.fields[field], frame.values[field], depth);
    }
    Object[] built = new Object[count + 1];
    System.arraycopy(frame.values, 0, built, 0, count);
    Layout layout = frame.layout.end();
    built[count] = layout;
    usual[shape.number] = layout;
    return shape.build(built);
  }

  private Layout usual(Shape shape) {
    if (shape.number >= usual.length) {
      usual = Arrays.copyOf(usual, 2 * shape.number);
    }
    return usual[shape.number];
  }

  /**
   * Moves to the next member's name. Objects of a type mostly stand in the layout of the one
   * before, and comparing with the name that is expected is quicker than looking the name up.
   *
   * @return the field, {@link #UNUSUAL} if it must be looked up, or {@link #NONE} at the end
   */
  private static int usualField(JsonParser json, Shape shape, Layout usual, int position)
      throws IOException {
    if (usual != null && position < usual.size() && usual.at(position) >= 0) {
      int expected = usual.at(position);
      if (json.nextFieldName(shape.fields[expected].written())) {
        return expected;
      }
      return json.currentToken() == JsonToken.FIELD_NAME ? UNUSUAL : NONE;
    }
    return json.nextFieldName() == null ? NONE : UNUSUAL;
  }

  /** The field of the member on whose name the parser stands, or a negative number. */
  private int field(JsonParser json, Shape shape) throws IOException {
    String name = json.currentName();
    int field = shape.exact(name);
    if (field < 0) {
      field = shape.folded(name);
      if (field >= 0) {
        findings.report(
            LineProblem.OTHER_CASE, values.pointer(json), name, shape.fields[field].name());
      }
    }
    return field;
  }

  private static long extraBytes(Layout layout) {
    long bytes = 0;
    for (Layout.Extra extra : layout.extras()) {
      bytes += extra.name().length() + extra.value().length();
    }
    return bytes;
  }

  private static void carryOver(Shape shape, Object before, Frame frame) {
    Layout layout = shape.layout(before);
    for (int i = 0; i < shape.fields.length; i++) {
      frame.values[i] = shape.value(i, before);
    }
    for (int i = 0; i < layout.size(); i++) {
      if (layout.at(i) >= 0) {
        frame.seen |= 1L << layout.at(i);
        frame.layout.field(layout.at(i));
      } else {
        frame.layout.extra(layout.extras().get(-1 - layout.at(i)));
      }
    }
  }

  private Object value(JsonParser json, Shape.Field field, Object before, int depth)
      throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    switch (field.kind()) {
      case TEXT:
        return values.text(json, before);
      case INTEGER:
        return values.integer(json, before);
      case BOOLEAN:
        return values.truth(json, before);
      case TIME:
        return values.time(json, before);
      case RAW:
        return values.raw(json);
      case RAW_OBJECT:
        return values.rawObject(json, (RawJson) before);
      case OBJECT:
        if (token == JsonToken.START_OBJECT) {
          return object(json, field.shape(), before, depth + 1);
        }
        return values.wrongKind(json, "an object", before);
      default:
        if (token == JsonToken.START_ARRAY) {
          return field.kind() == Shape.Kind.TEXTS
              ? texts(json)
              : objects(json, field.shape(), depth + 1);
        }
        return values.wrongKind(json, "a list", before);
    }
  }

  private List<String> texts(JsonParser json) throws IOException {
    List<String> list = new ArrayList<>();
    JsonToken token;
    while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
      if (spent(json)) {
        continue;
      }
      // Go leaves the element as it was made, which is the empty text.
      Object text = token == JsonToken.VALUE_NULL ? "" : values.text(json, "");
      list.add((String) text);
    }
    return list;
  }

  private List<Object> objects(JsonParser json, Shape shape, int depth) throws IOException {
    List<Object> list = new ArrayList<>();
    JsonToken token;
    while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
      if (spent(json)) {
        continue;
      }
      if (token == JsonToken.START_OBJECT) {
        list.add(object(json, shape, null, depth));
      } else if (token == JsonToken.VALUE_NULL) {
        list.add(shape.empty());
      } else {
        values.wrongKind(json, "an object", null);
      }
    }
    return list;
  }

  private boolean spent(JsonParser json) throws IOException {
    if (++parts <= MOST_PARTS) {
      return false;
    }
    if (parts == MOST_PARTS + 1) {
      findings.report(LineProblem.TOO_MANY_PARTS, values.pointer(json), MOST_PARTS);
    }
    json.skipChildren();
    return true;
  }
}
