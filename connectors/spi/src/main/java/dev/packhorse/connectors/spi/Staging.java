package dev.packhorse.connectors.spi;

/** Told how staging goes on, by one thread. */
public interface Staging {
  /** Tells nobody and never stops. */
  Staging UNWATCHED =
      new Staging() {
        @Override
        public void phase(String name, long total) {}

        @Override
        public void update(long done) {}

        @Override
        public boolean stopped() {
          return false;
        }

        @Override
        public void note(String sentence) {}
      };

  /**
   * A new part of the work begins.
   *
   * @param total rows to be passed, or -1
   */
  void phase(String name, long total);

  /**
   * @param done rows passed in this phase
   */
  void update(long done);

  /** Whether to stop; asked often. Staging then ends with an {@link InterruptedStaging}. */
  boolean stopped();

  /** Something worth a sentence, such as a lost connection after which reading began anew. */
  void note(String sentence);
}
