package dev.packhorse.connectors.spi.lines;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.connectors.spi.RecordReader;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.jsonl.LineParser;
import java.io.IOException;
import java.util.List;

/**
 * The records of a source that holds them as bulk lines, be it the user's archive or what a
 * connector staged. Cursors are line and byte offset.
 */
public final class ArchivedLines {
  private final BulkArchive archive;
  private final ThreadLocal<LineParser> parsers;

  /**
   * @param textAfterRecord whether a line may hold text after its record
   */
  public ArchivedLines(BulkArchive archive, boolean textAfterRecord) {
    this.archive = archive;
    this.parsers = ThreadLocal.withInitial(() -> new LineParser(textAfterRecord));
  }

  /** As {@link dev.packhorse.connectors.spi.Source#ranges}. */
  public List<Range> ranges() throws IOException {
    return TypeRuns.of(archive);
  }

  /** As {@link dev.packhorse.connectors.spi.Source#open}. */
  public RecordReader open(String from, String to) throws IOException {
    LineCursor start = LineCursor.parse(from);
    LineCursor end = to == null ? null : LineCursor.parse(to);
    return new LinesReader(
        archive.openLines(start.offset()), archive.linesName(), start, end, parsers);
  }
}
