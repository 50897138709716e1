package dev.packhorse.formats.model;

import java.util.Arrays;
import java.util.List;

/**
 * How the members of one object stood in its line: their order, which of them were an explicit
 * {@code null}, and those that the format does not know, byte for byte. A record that is written
 * again keeps all of it.
 */
public final class Layout {

  /**
   * A member that the format does not know, or several that stood side by side.
   *
   * @param name as written, escapes included, without the quotes
   * @param value as written; further members may follow after a comma
   */
  public record Extra(RawJson name, RawJson value) {}

  private final int[] order;
  private final List<Extra> extras;

  /**
   * @param order for each member the index of its field in the type's field list, or {@code -1 - k}
   *     for the unknown member {@code k}; the array is taken over, not copied
   */
  public Layout(int[] order, List<Extra> extras) {
    this.order = order;
    this.extras = extras;
  }

  public int size() {
    return order.length;
  }

  /** Index of the field that stood at this position, or {@code -1 - k} for extra {@code k}. */
  public int at(int position) {
    return order[position];
  }

  /** Members the format does not know, in the order read. */
  public List<Extra> extras() {
    return extras;
  }

  /** Whether this is the layout of an object with just these fields in this order. */
  public boolean matches(int[] fields, int count) {
    return extras.isEmpty() && Arrays.equals(order, 0, order.length, fields, 0, count);
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
