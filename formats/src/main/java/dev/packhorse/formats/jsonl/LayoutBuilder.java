package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.model.Layout;
import dev.packhorse.formats.model.RawJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the layout of one object. Nearly all objects of a file stand in one of a few layouts, so
 * the builder hands out the same instance again instead of a new one.
 */
final class LayoutBuilder {
  private static final int REMEMBERED = 32;

  private int[] order = new int[48];
  private int count;
  private int hash;
  private List<Layout.Extra> extras = List.of();
  private final Layout[] seen = new Layout[REMEMBERED];

  /** Unknown members side by side are kept as one: a hostile line may hold millions of them. */
  private RawJson runName;

  private final ByteArrayOutputStream runValue = new ByteArrayOutputStream();

  void begin() {
    count = 0;
    hash = 1;
    extras = List.of();
    // An object that was cut off may have left some.
    runName = null;
    runValue.reset();
  }

  void field(int index) {
    endRun();
    add(index);
    hash = 31 * hash + index;
  }

  /** An unknown member: the slice of its name without quotes, and the slice of its value. */
  void extra(byte[] bytes, int nameStart, int nameEnd, int valueStart, int valueEnd) {
    if (runName == null) {
      runName = RawJson.copyOf(bytes, nameStart, nameEnd);
    } else {
      runValue.write(',');
      runValue.write(bytes, nameStart - 1, nameEnd - nameStart + 2);
      runValue.write(':');
    }
    runValue.write(bytes, valueStart, valueEnd - valueStart);
  }

  /** Unknown members of an object that is being merged with. */
  void extra(Layout.Extra known) {
    byte[] name = known.name().toString().getBytes(StandardCharsets.UTF_8);
    byte[] value = known.value().toString().getBytes(StandardCharsets.UTF_8);
    byte[] member = new byte[name.length + 2 + value.length];
    member[0] = '"';
    System.arraycopy(name, 0, member, 1, name.length);
    member[name.length + 1] = '"';
    System.arraycopy(value, 0, member, name.length + 2, value.length);
    extra(member, 1, name.length + 1, name.length + 2, member.length);
  }

  Layout end() {
    endRun();
    if (!extras.isEmpty()) {
      return new Layout(Arrays.copyOf(order, count), List.copyOf(extras));
    }
    int slot = (hash ^ hash >>> 15) & (REMEMBERED - 1);
    Layout known = seen[slot];
    if (known == null || !known.matches(order, count)) {
      known = new Layout(Arrays.copyOf(order, count), List.of());
      seen[slot] = known;
    }
    return known;
  }

  private void endRun() {
    if (runName == null) {
      return;
    }
    if (extras.isEmpty()) {
      extras = new ArrayList<>();
    }
    byte[] value = runValue.toByteArray();
    extras.add(new Layout.Extra(runName, RawJson.copyOf(value, 0, value.length)));
    add(-extras.size());
    runName = null;
    runValue.reset();
  }

  private void add(int entry) {
    if (count == order.length) {
      order = Arrays.copyOf(order, 2 * count);
    }
    order[count++] = entry;
  }
}
