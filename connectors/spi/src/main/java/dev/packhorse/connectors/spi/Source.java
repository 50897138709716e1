package dev.packhorse.connectors.spi;

import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where records come from. Can be read as often as one likes. */
public interface Source extends Closeable {

  /** What the user calls it, for reports. */
  String name();

  /** What it is, in two or three words, such as {@code zip archive}. */
  String form();

  /** A short text that is another one after the source was changed. */
  String fingerprint() throws IOException;

  /** What was found at opening and does not prevent reading. */
  List<Problem> problems();

  /** Bytes to be read for all records, or -1; for progress. */
  long size();

  /**
   * The runs of records of one type, in the order of the source. Looks at nothing but the types, so
   * it is much faster than reading.
   */
  List<Range> ranges() throws IOException;

  /**
   * Reads records.
   *
   * @param from cursor of the first record, or null for the beginning
   * @param to cursor of the first record not to be read, or null for the end
   */
  RecordReader open(String from, String to) throws IOException;

  /** The files that records may refer to. */
  FileLookup files();

  /** The files a target should hold, in the order of the source. */
  Iterable<SourceFile> outgoingFiles() throws IOException;
}
