package dev.packhorse.connectors.database.shuffle;

import dev.packhorse.connectors.database.snapshot.Row;
import java.util.Arrays;

/**
 * Values by keys that lie as bytes in some buffer, so that no text is made to look one up. Many
 * threads may ask once it is filled.
 */
public final class ByKey<V> {
  private byte[][] buffers;
  private int[] starts;
  private int[] lengths;
  private int[] hashes;
  private Object[] values;
  private int size;

  /**
   * @param expected how many there will be; more are fine
   */
  public ByKey(int expected) {
    make(Integer.highestOneBit(Math.max(8, expected)) * 4);
  }

  private void make(int slots) {
    buffers = new byte[slots][];
    starts = new int[slots];
    lengths = new int[slots];
    hashes = new int[slots];
    values = new Object[slots];
  }

  /** Puts a value in place of the one that has this key, if there is one. */
  public void put(byte[] buffer, int start, int length, V value) {
    int hash = (int) Keys.hash(buffer, start, length);
    int slot = slot(hash, buffer, start, length);
    if (values[slot] == null && ++size > values.length / 2) {
      grow();
      slot = slot(hash, buffer, start, length);
    }
    set(slot, hash, buffer, start, length, value);
  }

  private void set(int slot, int hash, byte[] buffer, int start, int length, Object value) {
    buffers[slot] = buffer;
    starts[slot] = start;
    lengths[slot] = length;
    hashes[slot] = hash;
    values[slot] = value;
  }

  public void put(String key, V value) {
    byte[] bytes = Keys.of(key);
    put(bytes, 0, bytes.length, value);
  }

  private void grow() {
    byte[][] oldBuffers = buffers;
    int[] oldStarts = starts;
    int[] oldLengths = lengths;
    int[] oldHashes = hashes;
    Object[] oldValues = values;
    make(oldValues.length * 2);
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldHashes[i], oldBuffers[i], oldStarts[i], oldLengths[i]);
        set(slot, oldHashes[i], oldBuffers[i], oldStarts[i], oldLengths[i], oldValues[i]);
      }
    }
  }

  /** The value of a key; null if there is none. */
  @SuppressWarnings("unchecked") // only put writes there
  public V get(byte[] buffer, int start, int length) {
    return (V) values[slot((int) Keys.hash(buffer, start, length), buffer, start, length)];
  }

  /** The value whose key is the text of a column; null if there is none. */
  public V get(Row row, int column) {
    return get(row.buffer(column), row.start(column), row.length(column));
  }

  /** Where a key is, or would be. */
  private int slot(int hash, byte[] buffer, int start, int length) {
    int mask = values.length - 1;
    int slot = hash & mask;
    while (values[slot] != null
        && (hashes[slot] != hash
            || lengths[slot] != length
            || !Arrays.equals(
                buffers[slot],
                starts[slot],
                starts[slot] + length,
                buffer,
                start,
                start + length))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
