package dev.packhorse.engine.transform;

import dev.packhorse.formats.problem.Findings;
import java.util.ArrayList;
import java.util.List;

/** Applies a change to the elements of lists, copying only what changes. */
class Changes {
  private final Findings out;

  /** Whether anything was reported, which is when anything changed. */
  boolean changed;

  Changes(Findings out) {
    this.out = out;
  }

  /**
   * A change of one element, which stands at a pointer. Returns the same instance for no change.
   */
  interface Change<T> {
    T apply(T element, String pointer);
  }

  final void report(Repair repair, String pointer, Object... arguments) {
    changed = true;
    out.report(repair, pointer, arguments);
  }

  /** The same list if no element changed; null stays null. */
  final <T> List<T> each(List<T> list, String pointer, Change<T> change) {
    List<T> copy = null;
    for (int i = 0; list != null && i < list.size(); i++) {
      T before = list.get(i);
      T after = change.apply(before, pointer + "/" + i);
      if (after != before && copy == null) {
        copy = new ArrayList<>(list);
      }
      if (copy != null) {
        copy.set(i, after);
      }
    }
    return copy == null ? list : copy;
  }
}
