package dev.packhorse.connectors.database.shuffle;

import java.io.OutputStream;
import java.util.Arrays;

/** A growing buffer whose bytes can be reached without a copy. Not thread-safe. */
public final class Bytes extends OutputStream {
  private byte[] array;
  private int size;

  public Bytes(int capacity) {
    array = new byte[capacity];
  }

  public byte[] array() {
    return array;
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /** Forgets what was written after a size. */
  public void cut(int to) {
    size = to;
  }

  @Override
  public void write(int b) {
    room(1);
    array[size++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    room(length);
    System.arraycopy(bytes, from, array, size, length);
    size += length;
  }

  /** Seven bits a byte, low ones first; for values that are seldom negative. */
  public void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
  }

  /** Eight bytes that sort, without a sign, as the numbers do. */
  public void sortable(long value) {
    long flipped = value ^ Long.MIN_VALUE;
    for (int shift = 56; shift >= 0; shift -= 8) {
      write((int) (flipped >>> shift));
    }
  }

  private void room(int more) {
    if (size + more > array.length) {
      array = Arrays.copyOf(array, Math.max(size + more, array.length * 2));
    }
  }
}
