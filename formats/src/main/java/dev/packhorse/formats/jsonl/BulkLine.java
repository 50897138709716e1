package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.util.List;

/** One line as read: what it holds, where it stands, and what was odd about reading it. */
public final class BulkLine {
  private final LineBlock block;
  private final int start;
  private final int length;
  private final long number;
  private final String typeWord;
  private final RecordType type;
  private final BulkRecord record;
  private final Layout envelope;
  private final List<Problem> problems;

  BulkLine(
      LineBlock block,
      int start,
      int length,
      long number,
      String typeWord,
      RecordType type,
      BulkRecord record,
      Layout envelope,
      List<Problem> problems) {
    this.block = block;
    this.start = start;
    this.length = length;
    this.number = number;
    this.typeWord = typeWord;
    this.type = type;
    this.record = record;
    this.envelope = envelope;
    this.problems = problems;
  }

  /** Line number from 1. */
  public long number() {
    return number;
  }

  /** Byte offset of the line in the uncompressed file. */
  public long offset() {
    return block.offset() + (start - block.start());
  }

  /** The buffer that holds the line's bytes; not to be written to. */
  public byte[] bytes() {
    return block.bytes();
  }

  /** Where the line begins in {@link #bytes}. */
  public int start() {
    return start;
  }

  /** Length in bytes without the line end (LF or CR LF). */
  public int length() {
    return length;
  }

  /** Value of {@code type}; null when there is none or the line could not be read. */
  public String typeWord() {
    return typeWord;
  }

  /** The type, or null when the word is none that we know. */
  public RecordType type() {
    return type;
  }

  /**
   * The payload; null when it is absent or null, or the line could not be read (then there is a
   * problem of severity error).
   */
  public BulkRecord record() {
    return record;
  }

  /** How the members around the payload stood: {@code type} is 0, the payload 1. May be null. */
  public Layout envelope() {
    return envelope;
  }

  /** What reading found, in order; usually empty. */
  public List<Problem> problems() {
    return problems;
  }

  /** A 64-bit hash of the line's bytes (xxHash-like); equal lines have equal ones. */
  public long digest() {
    return Digest.of(block.bytes(), start, start + length);
  }

  /** The place of the line itself. */
  public Place place() {
    return new Place(block.file(), number, offset(), "");
  }
}
