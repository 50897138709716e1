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
    values = new Object[slots];
  }

  /** Puts a value in place of the one that has this key, if there is one. */
  public void put(byte[] buffer, int start, int length, V value) {
    int slot = slot(buffer, start, length);
    if (values[slot] == null && ++size > values.length / 2) {
      grow();
      slot = slot(buffer, start, length);
    }
    buffers[slot] = buffer;
    starts[slot] = start;
    lengths[slot] = length;
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
    Object[] oldValues = values;
    make(oldValues.length * 2);
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldBuffers[i], oldStarts[i], oldLengths[i]);
        buffers[slot] = oldBuffers[i];
        starts[slot] = oldStarts[i];
        lengths[slot] = oldLengths[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** The value of a key; null if there is none. */
  @SuppressWarnings("unchecked") // only put writes there
  public V get(byte[] buffer, int start, int length) {
    return (V) values[slot(buffer, start, length)];
  }

  /** The value whose key is the text of a column; null if there is none. */
  public V get(Row row, int column) {
    return get(row.buffer(column), row.start(column), row.length(column));
  }

  /** Where a key is, or would be. */
  private int slot(byte[] buffer, int start, int length) {
    int mask = values.length - 1;
    int slot = (int) Keys.hash(buffer, start, length) & mask;
    while (values[slot] != null
        && (lengths[slot] != length
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
