package dev.packhorse.connectors.spi;

import java.util.function.Consumer;

/**
 * Some hundred kilobytes of records: the item of a chunk-oriented step. Work on it is done in the
 * thread that calls, so batches are handed to workers unread. Used by one thread at a time.
 */
public interface RecordBatch {

  /** Ordinal of the first record in the source, from 1; for files the line number. */
  long first();

  /** Number of records. */
  int size();

  /** Bytes of the source that it stands for. */
  long bytes();

  /** Reads all records in order. */
  void forEach(Consumer<SourceRecord> to);

  /**
   * Reads one record.
   *
   * @param index from 0
   */
  SourceRecord record(int index);

  /**
   * The bytes of consecutive records as bulk lines, line feeds included, if the source holds them
   * so.
   *
   * @param from index of the first record
   * @param to index after the last one
   * @return null if the source does not hold lines
   */
  Lines lines(int from, int to);

  /**
   * A stretch of a buffer which nobody writes to.
   *
   * @param length in bytes; the last line may lack its line feed
   */
  record Lines(byte[] bytes, int start, int length) {}
}
