package dev.packhorse.connectors.spi;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where records come from. Can be read as often as one likes, once it is staged. */
public interface Source extends Closeable {

  /** What the user calls it, for reports. */
  String name();

  /** What it is, in two or three words, such as {@code zip archive}. */
  String form();

  /** A short text that is another one after the source was changed. */
  String fingerprint() throws IOException;

  /**
   * Brings what can be read only once, such as the rows of a live database at one instant, to where
   * it can be read as often as one likes. To be called before records or files are asked for; does
   * nothing if an earlier call, perhaps before a cut, came to its end. One that was cut off begins
   * anew.
   *
   * @throws InterruptedStaging if it was asked to stop
   */
  default void stage(Staging staging) throws IOException {}

  /** What became of the rows of a source that is no file of records. */
  default List<Account> accounts() throws IOException {
    return List.of();
  }

  /**
   * What became of messages, by channel; {@code TEAM/CHANNEL} or {@link Account#DIRECT_CHANNELS}
   * stands for the name of the table.
   */
  default List<Account> channelAccounts() throws IOException {
    return List.of();
  }

  /** How much each part is of a source that has parts, once it is staged. */
  default List<PartCount> parts() throws IOException {
    return List.of();
  }

  /** What was found at opening and staging and does not prevent reading. */
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

  /**
   * Where the user finds what lies at a place of a record: for records that were made of rows, the
   * row. Asked for the few places that are told.
   */
  default Place locate(Place place) throws IOException {
    return place;
  }

  /** The files that records may refer to. */
  FileLookup files();

  /** The files a target should hold, in the order of the source. */
  Iterable<SourceFile> outgoingFiles() throws IOException;

  /** Files for {@link Cargo#sidecar}. */
  default Iterable<SourceFile> sidecar() throws IOException {
    return List.of();
  }
}
