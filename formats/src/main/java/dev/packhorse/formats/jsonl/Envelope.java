package dev.packhorse.formats.jsonl;

/** Positions in the layout of the object that a line is. */
final class Envelope {
  /** The member {@code type}. */
  static final int TYPE = 0;

  /** The member named like the type. */
  static final int PAYLOAD = 1;

  /**
   * The member {@code type} of a version line, whose layout counts the fields of the version record
   * beside it.
   */
  static final int VERSION_TYPE = 1000;

  private Envelope() {}
}
