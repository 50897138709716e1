package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.packhorse.formats.model.RawJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of members without any coercion: {@code 1.0} is no integer, {@code "1"} is none,
 * {@code true} is no text (bulk-format reference 1.1, V-FILE-07). A value of the wrong kind is
 * reported and leaves what was there before, as Go does.
 */
final class ValueReader {
  /** Integers up to here are exact in the floating-point numbers that Go makes of props. */
  private static final int EXACT_DIGITS = 15;

  private static final int LARGEST_DECIMAL_EXPONENT = 308;

  /**
   * Bytes copied to put repeated members of one line together. Ten thousand repeats take half of
   * it; without a bound, 16 MiB of them would take hours.
   */
  private static final long MOST_MERGED = 1L << 29;

  private static final int LONGEST_POINTER = 1000;

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?(?:Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)");

  private final LineFindings findings;
  private byte[] bytes;

  /** Where in {@link #bytes} the parser's offset 0 lies. */
  private int base;

  private boolean careful;
  private long merged;

  ValueReader(LineFindings findings) {
    this.findings = findings;
  }

  void begin(byte[] buffer, int parserStart, boolean mayHoldLoneSurrogates) {
    bytes = buffer;
    base = parserStart;
    careful = mayHoldLoneSurrogates;
    merged = 0;
  }

  /** Where the parser stands; what could harm a report is cut off or replaced. */
  String pointer(JsonParser json) {
    String pointer = json.getParsingContext().pathAsPointer().toString();
    if (pointer.length() > LONGEST_POINTER) {
      pointer = pointer.substring(0, LONGEST_POINTER) + '…';
    }
    if (pointer
        .chars()
        .anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
      pointer = Surrogates.replaceLone(pointer).replaceAll("\\p{Cntrl}|[\u0080-\u009F]", "\uFFFD");
    }
    return pointer;
  }

  /**
   * Whether so many bytes may still be copied to merge a repeated member; reports the line when
   * they may not for the first time.
   */
  boolean mayMerge(JsonParser json, long count) {
    boolean spent = merged > MOST_MERGED;
    merged += count;
    if (merged > MOST_MERGED && !spent) {
      findings.report(LineProblem.REPEATED_TOO_OFTEN, pointer(json));
    }
    return merged <= MOST_MERGED;
  }

  /** Index of the current token's first byte. */
  int tokenStart(JsonParser json) {
    return base + (int) json.currentTokenLocation().getByteOffset();
  }

  /** Index of the first byte that the parser has not read. */
  int position(JsonParser json) {
    return base + (int) json.currentLocation().getByteOffset();
  }

  Object text(JsonParser json, Object before) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return wrongKind(json, "a text", before);
    }
    String text = json.getText();
    if (careful && Surrogates.lone(text)) {
      findings.report(LineProblem.LONE_SURROGATE, pointer(json));
      return Surrogates.replaceLone(text);
    }
    return text;
  }

  Object integer(JsonParser json, Object before) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      return wrongKind(json, "a whole number", before);
    }
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      findings.report(LineProblem.NUMBER_OUT_OF_RANGE, pointer(json), json.getText());
      return before;
    }
    return json.getLongValue();
  }

  Object truth(JsonParser json, Object before) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_TRUE) {
      return Boolean.TRUE;
    }
    return token == JsonToken.VALUE_FALSE
        ? Boolean.FALSE
        : wrongKind(json, "true or false", before);
  }

  Object time(JsonParser json, Object before) throws IOException {
    Object text = text(json, before);
    if (json.currentToken() == JsonToken.VALUE_STRING && !isTime((String) text)) {
      findings.report(LineProblem.BAD_TIME, pointer(json), text);
    }
    return text;
  }

  /** As Go reads RFC 3339: seconds are needed, letters are large, fractions have any length. */
  private static boolean isTime(String text) {
    Matcher time = TIME.matcher(text);
    try {
      return time.matches() && LocalDateTime.parse(time.group(1)) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Any value, as the bytes it is written in. */
  RawJson raw(JsonParser json) throws IOException {
    int start = tokenStart(json);
    pass(json, false);
    return RawJson.copyOf(bytes, start, position(json));
  }

  /** Props: an object whose members Go reads into a map, so what a map can't hold is a finding. */
  Object rawObject(JsonParser json, RawJson before) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return wrongKind(json, "an object", before);
    }
    int start = tokenStart(json);
    pass(json, true);
    RawJson now = RawJson.copyOf(bytes, start, position(json));
    boolean alone = before == null || !mayMerge(json, (long) before.length() + now.length());
    return alone ? now : merged(before, now);
  }

  /** Two objects as one; where both have a member, readers take the later. */
  private static RawJson merged(RawJson first, RawJson second) {
    String head = first.toString().strip();
    String tail = second.toString().strip();
    if (head.substring(1, head.length() - 1).isBlank()) {
      return second;
    }
    if (tail.substring(1, tail.length() - 1).isBlank()) {
      return first;
    }
    return RawJson.of(head.substring(0, head.length() - 1) + "," + tail.substring(1));
  }

  /** A member that the format does not know. */
  void unknown(JsonParser json, LayoutBuilder layout) throws IOException {
    int name = tokenStart(json) + 1;
    int nameEnd = closingQuote(name);
    findings.report(LineProblem.UNKNOWN_MEMBER, pointer(json), json.currentName());
    json.nextToken();
    int value = tokenStart(json);
    pass(json, false);
    layout.extra(bytes, name, nameEnd, value, position(json));
  }

  private int closingQuote(int from) {
    int i = from;
    while (bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    return i;
  }

  Object wrongKind(JsonParser json, String wanted, Object before) throws IOException {
    findings.report(LineProblem.WRONG_KIND, pointer(json), wanted, kind(json.currentToken()));
    json.skipChildren();
    return before;
  }

  /** Moves to the end of the value; looks at what it holds if it goes into a map of Go. */
  private void pass(JsonParser json, boolean map) throws IOException {
    int depth = 0;
    while (true) {
      JsonToken token = json.currentToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (map && token.isNumeric()) {
        number(json);
      } else if (token == JsonToken.VALUE_STRING && (depth == 0 || map && careful)) {
        mapText(json, map);
      }
      if (depth == 0) {
        return;
      }
      json.nextToken();
    }
  }

  private void mapText(JsonParser json, boolean map) throws IOException {
    json.finishToken();
    if (map && careful && Surrogates.lone(json.getText())) {
      findings.report(LineProblem.LONE_SURROGATE, pointer(json));
    }
  }

  private void number(JsonParser json) throws IOException {
    int length = json.getTextLength();
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && length <= EXACT_DIGITS) {
      return;
    }
    if (length > LARGEST_DECIMAL_EXPONENT || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      if (Double.isInfinite(Double.parseDouble(json.getText()))) {
        findings.report(LineProblem.NUMBER_OUT_OF_RANGE, pointer(json), json.getText());
      }
      return;
    }
    String text = json.getText();
    if (!new java.math.BigDecimal(Double.parseDouble(text))
        .toBigInteger()
        .toString()
        .equals(text)) {
      findings.report(LineProblem.IMPRECISE_NUMBER, pointer(json), text);
    }
  }

  static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT -> "a whole number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> token.toString();
    };
  }
}
