package dev.packhorse.engine.run;

/** Told how far a run has come. Called often and by one thread; must return at once. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (position, records) -> {};

  /**
   * @param position bytes of the source passed, comparable to its size
   * @param records records passed
   */
  void update(long position, long records);

  /**
   * A new part of the work begins.
   *
   * @param total bytes to be passed, or -1
   */
  default void phase(String name, long total) {}
}
