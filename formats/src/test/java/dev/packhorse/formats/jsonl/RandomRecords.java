package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records with anything in any field, made from the shapes, so that no field is forgotten. */
final class RandomRecords {
  private static final String[] RAW = {
    "1.10",
    "1e400",
    "-0",
    "null",
    "[]",
    "{}",
    "\"\\u00e9\\n\"",
    "[1, 2 ,{\"a\" : [ ]}]",
    "true",
    "{\"z\":1,\"a\":{\"z\":\"\\ud83d\\ude00\"}}",
    "12345678901234567890",
    "\"<&>\u2028\""
  };
  private static final String[] PROPS = {
    "{}", "{\"a\":1.10}", "{ \"b\" : [1,2] , \"a\":\"\\u003c\" }", "{\"é\":{\"deep\":[[[{}]]]}}"
  };

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  BulkRecord record(Class<?> type) {
    return (BulkRecord) object(Shape.of(type));
  }

  private Object object(Shape shape) {
    Object[] values = new Object[shape.fields.length + 1];
    for (int i = 0; i < shape.fields.length; i++) {
      if (random.nextInt(4) > 0) {
        values[i] = value(shape.fields[i]);
      }
    }
    return shape.build(values);
  }

  private Object value(Shape.Field field) {
    return switch (field.kind()) {
      case TEXT -> text();
      case TIME -> "2026-05-0" + (1 + random.nextInt(9)) + "T10:00:00.5+02:00";
      case INTEGER -> integer();
      case BOOLEAN -> random.nextBoolean();
      case RAW -> RawJson.of(rawButNotNull());
      case RAW_OBJECT -> RawJson.of(PROPS[random.nextInt(PROPS.length)]);
      case OBJECT -> object(field.shape());
      case TEXTS -> {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          texts.add(text());
        }
        yield texts;
      }
      case OBJECTS -> {
        List<Object> objects = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          objects.add(object(field.shape()));
        }
        yield objects;
      }
    };
  }

  private String rawButNotNull() {
    String raw = RAW[random.nextInt(RAW.length)];
    return raw.equals("null") ? "0" : raw;
  }

  private Long integer() {
    return switch (random.nextInt(4)) {
      case 0 -> 0L;
      case 1 -> random.nextLong();
      case 2 -> Long.MIN_VALUE;
      default -> (long) random.nextInt(1000);
    };
  }

  /** Any whole characters, the awkward ones often. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append("\"\\/<>&\u007F\u2028\u2029\uFEFF\uFFFD".charAt(random.nextInt(11)));
        case 2 -> text.appendCodePoint(0x1F300 + random.nextInt(0x300));
        case 3 -> text.appendCodePoint(0xA0 + random.nextInt(0xD700));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  /** A member that the format does not know, as text; names may need escapes. */
  String member() {
    String[] names = {
      "x", "x\\u0031", "\\\"q\\\\", "ä", "\\ud83d\\ude00", "", "deleted_at_", "a b"
    };
    String blank = random.nextInt(3) == 0 ? " " : "";
    return blank
        + '"'
        + names[random.nextInt(names.length)]
        + '"'
        + ":"
        + RAW[random.nextInt(RAW.length)]
        + "";
  }
}
