package dev.packhorse.connectors.spi;

import java.io.Closeable;
import java.io.IOException;

/** Reads batches of records in order. Used by one thread. */
public interface RecordReader extends Closeable {

  /**
   * The next batch, or null at the end.
   *
   * @throws dev.packhorse.formats.problem.ProblemException if the source is damaged from here on
   */
  RecordBatch next() throws IOException;

  /** Where reading would go on after the last batch handed out. */
  String cursor();

  /** Bytes of the source passed so far, comparable to {@link Source#size}. */
  long position();
}
