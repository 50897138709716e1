package dev.packhorse.formats.schema;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times in text. */
final class Times {
  private Times() {}

  /** RFC 3339 with a capital T and Z, as the server's JSON decoder wants it. */
  static boolean isRfc3339(String text) {
    // The formatter alone would also take a time without seconds, and offsets with them.
    int length = text.length();
    if (length < 20 || text.charAt(10) != 'T' || text.charAt(16) != ':') {
      return false;
    }
    char sign = text.charAt(length - 6);
    if (!text.endsWith("Z") && sign != '+' && sign != '-') {
      return false;
    }
    try {
      OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
