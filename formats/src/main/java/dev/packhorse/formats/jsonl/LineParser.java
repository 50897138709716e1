package dev.packhorse.formats.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the lines of blocks. One parser runs over a whole block, since making one for each line
 * costs a quarter of the speed; a line on which it stumbles, or whose bytes look odd, is read again
 * by itself, which finds out what is wrong with it. Not thread-safe: one for each thread.
 */
public final class LineParser {
  /** Go gives up on JSON nested deeper than this (bulk-format reference 1.1). */
  private static final int DEEPEST = 10_000;

  private static final JsonFactory JSON =
      FastTextParser.factory(
          (JsonFactoryBuilder)
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNameLength(Integer.MAX_VALUE)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .build())
                  // A line is UTF-8 whatever its first bytes look like.
                  .disable(JsonFactory.Feature.CHARSET_DETECTION)
                  // Names made to collide are a hostile file's trick; they cost time, never the
                  // run.
                  .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW));

  /**
   * After so many stumbles in a block its other lines are read by themselves: on a line that is not
   * closed the block's parser runs on into the next ones, and a file of such lines would be read
   * over and over again.
   */
  private static final int MOST_STUMBLES = 16;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final boolean textAfterValue;
  private final LineFindings findings = new LineFindings();
  private final EnvelopeReader envelope = new EnvelopeReader(findings);

  private LineBlock block;
  private JsonParser shared;
  private int sharedStart;
  private int stumbles;

  /** A parser for files that go to a server of the present. */
  public LineParser() {
    this(false);
  }

  /**
   * @param textAfterValue whether the target reads only the first value of a line and passes over
   *     what follows, as servers of the time of 5.37 did; the text is then not an error
   */
  public LineParser(boolean textAfterValue) {
    this.textAfterValue = textAfterValue;
  }

  /** Hands out all lines of the block in order, whatever is in them. */
  public void parse(LineBlock lines, Consumer<BulkLine> to) {
    block = lines;
    shared = null;
    stumbles = 0;
    if (lines.overlong() > 0) {
      findings.begin(new Place(lines.file(), lines.firstLine(), lines.offset(), ""));
      findings.report(LineProblem.TOO_LONG, "", lines.overlong(), LineBlockReader.LONGEST_LINE);
      to.accept(unreadable(lines.start(), lines.end(), lines.firstLine()));
      return;
    }
    long number = lines.firstLine();
    int position = lines.start();
    while (position < lines.end()) {
      int feed = Bytes.lineFeed(lines.bytes(), position, lines.end());
      to.accept(line(position, feed, number));
      position = feed + 1;
      number++;
    }
  }

  private BulkLine line(int start, int feed, long number) {
    byte[] bytes = block.bytes();
    int end = feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed;
    findings.begin(new Place(block.file(), number, block.offset() + (start - block.start()), ""));
    if (Bytes.blank(bytes, start, Math.min(end, start + 1)) && Bytes.blank(bytes, start, end)) {
      findings.report(LineProblem.BLANK, "");
      return unreadable(start, end, number);
    }
    boolean plain =
        (Bytes.ascii(bytes, start, end) || Utf8.firstInvalid(bytes, start, end) == end)
            && !Bytes.surrogateEscape(bytes, start, end)
            && end - start <= LineBlockReader.LONGEST_LINE;
    if (plain && stumbles < MOST_STUMBLES) {
      if (inBlock(start, end)) {
        return read(start, end, number);
      }
      stumbles++;
    }
    shared = null;
    findings.begin(new Place(block.file(), number, block.offset() + (start - block.start()), ""));
    return alone(start, end, number);
  }

  /** Reads the line with the block's parser; false if that did not work out. */
  private boolean inBlock(int start, int end) {
    try {
      if (shared == null) {
        shared = JSON.createParser(block.bytes(), start, block.end() - start);
        sharedStart = start;
      }
      envelope.objects().begin(block.bytes(), sharedStart, false);
      if (shared.nextToken() != JsonToken.START_OBJECT
          || envelope.objects().values().tokenStart(shared) >= end
          || !envelope.read(shared, null)) {
        return false;
      }
      int after = envelope.objects().values().position(shared);
      return after <= end && Bytes.blank(block.bytes(), after, end);
    } catch (IOException e) {
      return false;
    }
  }

  private BulkLine read(int start, int end, long number) {
    if (envelope.type == null) {
      reportType();
    }
    return new BulkLine(
        block,
        start,
        end - start,
        number,
        envelope.typeWord,
        envelope.type,
        envelope.record,
        envelope.layout,
        findings.end());
  }

  private void reportType() {
    if (envelope.typeWord == null || envelope.typeWord.isEmpty()) {
      findings.report(LineProblem.MISSING_TYPE, "/type");
    } else {
      findings.report(LineProblem.UNKNOWN_TYPE, "/type", envelope.typeWord);
    }
  }

  /** Reads a line that is odd in some way, and says in what. */
  private BulkLine alone(int start, int end, long number) {
    byte[] bytes = block.bytes();
    int from = start;
    int to = end;
    if (end - start > LineBlockReader.LONGEST_LINE) {
      findings.report(LineProblem.TOO_LONG, "", end - start, LineBlockReader.LONGEST_LINE);
      return unreadable(start, end, number);
    }
    if (number == 1 && startsWithMark(bytes, start, end)) {
      findings.report(LineProblem.BYTE_ORDER_MARK, "");
      from += MARK.length;
    }
    int lead = from - start;
    int invalid = Utf8.firstInvalid(bytes, from, to);
    if (invalid < to) {
      findings.report(LineProblem.INVALID_UTF8, "", invalid - start + 1);
      bytes = Utf8.replaceInvalid(bytes, from, to);
      from = 0;
      to = bytes.length;
    }
    try {
      if (value(bytes, from, to, lead)) {
        return read(start, end, number);
      }
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset() + lead + 1;
      findings.report(LineProblem.NOT_JSON, "", Reasons.of(e), Math.max(at, 1));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return unreadable(start, end, number);
  }

  /** Reads the one value of a line; false if there is none to be had, which has been reported. */
  private boolean value(byte[] bytes, int from, int to, int lead) throws IOException {
    boolean careful = Bytes.surrogateEscape(bytes, from, to);
    String known = null;
    while (true) {
      try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
        envelope.objects().begin(bytes, from, careful);
        JsonToken token = json.nextToken();
        if (token != JsonToken.START_OBJECT) {
          return notAnObject(json, token);
        }
        if (!envelope.read(json, known)) {
          known = typeOf(bytes, from, to);
          findings.forget();
          continue;
        }
        int after = envelope.objects().values().position(json);
        if (!Bytes.blank(bytes, after, to)) {
          trailing(after - from + lead + 1);
        }
        return true;
      }
    }
  }

  private boolean notAnObject(JsonParser json, JsonToken token) throws IOException {
    if (token == null) {
      findings.report(LineProblem.BLANK, "");
    } else {
      json.skipChildren();
      json.finishToken();
      findings.report(LineProblem.NOT_AN_OBJECT, "", ValueReader.kind(token));
    }
    return false;
  }

  private void trailing(int at) {
    if (textAfterValue) {
      findings.mild(LineProblem.TRAILING_TEXT, at);
    } else {
      findings.report(LineProblem.TRAILING_TEXT, "", at);
    }
  }

  /** The last value of {@code type}, which is the one that counts; empty if there is none. */
  private static String typeOf(byte[] bytes, int from, int to) throws IOException {
    String word = "";
    try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
      json.nextToken();
      String name;
      while ((name = json.nextFieldName()) != null) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_STRING && Names.fold(name).equals("type")) {
          word = json.getText();
        }
        json.skipChildren();
      }
    }
    return word;
  }

  private static boolean startsWithMark(byte[] bytes, int start, int end) {
    return end - start >= MARK.length
        && bytes[start] == MARK[0]
        && bytes[start + 1] == MARK[1]
        && bytes[start + 2] == MARK[2];
  }

  private BulkLine unreadable(int start, int end, long number) {
    List<Problem> problems = findings.end();
    return new BulkLine(
        block, start, end - start, number, null, (RecordType) null, null, null, problems);
  }
}
