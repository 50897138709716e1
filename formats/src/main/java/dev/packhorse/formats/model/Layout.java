package dev.packhorse.formats.model;

import java.util.Arrays;
import java.util.List;

/**
 * How the members of one object stood in its line: their order, which of them were an explicit
 * {@code null}, and those that the format does not know, byte for byte. A record that is written
 * again keeps all of it.
 */
public final class Layout {
  private final short[] order;
  private final List<RawJson> extras;

  /**
   * @param order for each member the index of its field in the type's field list, or {@code -1 - k}
   *     for the unknown member {@code k}; the array is taken over, not copied
   * @param extras the unknown members, each {@code "name":value} as read
   */
  public Layout(short[] order, List<RawJson> extras) {
    this.order = order;
    this.extras = extras;
  }

  public int size() {
    return order.length;
  }

  /** Index of the field that stood at this position, or {@code -1 - k} for extra {@code k}. */
  public short at(int position) {
    return order[position];
  }

  /** Layout the format does not know, in the order read; each is {@code "name":value}. */
  public List<RawJson> extras() {
    return extras;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout that
        && Arrays.equals(order, that.order)
        && extras.equals(that.extras);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(order) + extras.hashCode();
  }

  @Override
  public String toString() {
    return Arrays.toString(order) + extras;
  }
}
