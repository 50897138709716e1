package dev.packhorse.connectors.database.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.packhorse.connectors.database.snapshot.Row;
import dev.packhorse.formats.model.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON in columns. Before server 6.0 and on MariaDB it is plain text, which may be empty, cut off,
 * or something else; nothing here throws for that.
 */
final class Json {
  private static final RawJson EMPTY = RawJson.of("{}");
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  /**
   * An object as it stands in the column, on one line.
   *
   * @return null if it is not an object
   */
  static RawJson object(Row row, int column) {
    int length = row.length(column);
    if (row.isNull(column) || length == 0 || isEmptyObject(row, column)) {
      return EMPTY;
    }
    byte[] bytes = row.buffer(column);
    int start = row.start(column);
    try (JsonParser json = FACTORY.createParser(bytes, start, length)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.VALUE_NULL && json.nextToken() == null) {
        return EMPTY;
      }
      if (first != JsonToken.START_OBJECT) {
        return null;
      }
      json.skipChildren();
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        return null;
      }
    } catch (IOException e) {
      return null;
    }
    return oneLine(bytes, start, length);
  }

  private static boolean isEmptyObject(Row row, int column) {
    byte[] bytes = row.buffer(column);
    int start = row.start(column);
    return row.length(column) == 2 && bytes[start] == '{' && bytes[start + 1] == '}';
  }

  /** Line ends can only stand between the tokens of valid JSON, where a blank means the same. */
  private static RawJson oneLine(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        byte[] copy = Arrays.copyOfRange(bytes, start, start + length);
        for (int k = 0; k < copy.length; k++) {
          if (copy[k] == '\n' || copy[k] == '\r') {
            copy[k] = ' ';
          }
        }
        return RawJson.copyOf(copy, 0, copy.length);
      }
    }
    return RawJson.copyOf(bytes, start, start + length);
  }

  /** The members of an object that are texts; empty if it is no object. */
  static Map<String, String> texts(Row row, int column) {
    return row.length(column) <= 2 ? Map.of() : texts(row.text(column));
  }

  static Map<String, String> texts(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          members.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      return members;
    }
    return members;
  }

  /** Whether a text is an object of texts and nothing else, as themes must be. */
  static boolean isObjectOfTexts(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.nextToken() != JsonToken.VALUE_STRING) {
          return false;
        }
      }
      return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The texts of an array; an empty column is an empty array.
   *
   * @return null if it is not an array of texts
   */
  static List<String> list(Row row, int column) {
    List<String> texts = new ArrayList<>();
    if (row.length(column) <= 2 && !row.text(column).equals("{}")) {
      return texts;
    }
    try (JsonParser json =
        FACTORY.createParser(row.buffer(column), row.start(column), row.length(column))) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.VALUE_NULL) {
        return texts;
      }
      if (first != JsonToken.START_ARRAY) {
        return null;
      }
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.add(json.getText());
      }
      return json.currentToken() == JsonToken.END_ARRAY ? texts : null;
    } catch (IOException e) {
      return null;
    }
  }
}
