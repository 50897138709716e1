package dev.packhorse.connectors.spi;

import java.io.Closeable;
import java.io.IOException;

/** Where records go. Closing without {@link #finish} keeps what the last mark holds. */
public interface Target extends Closeable {

  /** What the user calls it, for reports. */
  String name();

  /** Whether it can hold attachments and pictures. */
  boolean holdsFiles();

  /**
   * Brings a batch into the target's form. May be called by many threads at once and writes
   * nothing.
   */
  Prepared prepare(OutgoingBatch batch) throws IOException;

  /** Writes what was prepared. Called by one thread, in the order of the records. */
  void append(Prepared prepared) throws IOException;

  /**
   * Brings everything appended to where a kill of this process can't lose it.
   *
   * @return the mark to go on from
   */
  String mark() throws IOException;

  /**
   * Copies the files, completes the target and puts it in its place, which is the first moment at
   * which anybody can see it there. May be repeated from the same mark after a cut.
   */
  void finish(Cargo cargo) throws IOException;

  /** Size of the finished target in bytes. */
  long size() throws IOException;

  /** What {@link #prepare} made; only its target looks inside. */
  interface Prepared {}
}
