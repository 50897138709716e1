package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** The parser's complaints in a few words that a reader of a report can use. */
final class Reasons {
  private Reasons() {}

  static String of(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "it ends in the middle";
    }
    if (e instanceof StreamConstraintsException) {
      return "it is nested too deeply";
    }
    String message = e.getOriginalMessage();
    int colon = message.indexOf(": ");
    if (message.startsWith("Unexpected character (")) {
      int close = message.indexOf("))", 1);
      String shown = close < 0 ? message : message.substring(0, close + 2);
      return "u" + shown.substring(1);
    }
    if (message.startsWith("Illegal unquoted character")) {
      return "a control character in a text is not escaped";
    }
    if (message.startsWith("Unrecognized token")) {
      return colon < 0 ? message : "u" + message.substring(1, colon);
    }
    if (message.startsWith("Non-standard token")) {
      return colon < 0 ? message : "n" + message.substring(1, colon);
    }
    if (message.startsWith("Illegal character")) {
      return "a control character stands between the values";
    }
    return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
  }
}
