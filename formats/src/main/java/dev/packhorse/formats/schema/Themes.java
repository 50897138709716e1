package dev.packhorse.formats.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Texts that must be JSON themselves. */
final class Themes {
  private static final JsonFactory JSON = new JsonFactory();

  private Themes() {}

  /**
   * Whether a text is a JSON object of strings; null counts as an empty one, as in Go.
   *
   * @param alone whether nothing may follow (A-USER-13); else only the first value is looked at
   *     (V-UTEAM-03)
   */
  static boolean isObjectOfStrings(String text, boolean alone) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          JsonToken value = parser.nextToken();
          if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
            return false;
          }
        }
      } else if (first != JsonToken.VALUE_NULL) {
        return false;
      }
      return !alone || parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether there is nothing but blanks, tabs and carriage returns: no theme at all. */
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }
}
