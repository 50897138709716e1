package dev.packhorse.connectors.database.shuffle;

/** Walks over entries that lie one after the other, each with its length in front. */
public final class Entries {
  private final byte[] bytes;
  private final int end;
  private int next;
  private int start;
  private int length;

  Entries(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** A walk of its own over the same entries. */
  public Entries fromStart() {
    return new Entries(bytes, end);
  }

  /** Goes to the next entry; false after the last one. */
  public boolean next() {
    if (next >= end) {
      return false;
    }
    long size = 0;
    int shift = 0;
    byte b;
    do {
      b = bytes[next++];
      size |= (long) (b & 0x7F) << shift;
      shift += 7;
    } while (b < 0);
    start = next;
    length = (int) size;
    next += length;
    return true;
  }

  /** The buffer of all entries, which nobody writes to any more. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the entry begins. */
  public int start() {
    return start;
  }

  public int length() {
    return length;
  }
}
