package dev.packhorse.connectors.spi.lines;

import dev.packhorse.connectors.spi.Range;
import dev.packhorse.formats.archive.BulkArchive;
import dev.packhorse.formats.jsonl.LineBlock;
import dev.packhorse.formats.jsonl.LineBlockReader;
import dev.packhorse.formats.jsonl.TypeSniffer;
import dev.packhorse.formats.model.RecordType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The runs of lines of one type. */
public final class TypeRuns {
  private final List<Range> runs = new ArrayList<>();
  private RecordType type;
  private LineCursor start;
  private long records;

  /** Finds them, looking at the first bytes of each line only. */
  static List<Range> of(BulkArchive archive) throws IOException {
    TypeRuns found = new TypeRuns();
    try (LineBlockReader blocks =
        new LineBlockReader(archive.openLines(0), archive.linesName(), 1, 0)) {
      LineBlock block;
      while ((block = blocks.next()) != null) {
        found.add(block);
      }
    }
    return found.end();
  }

  private void add(LineBlock block) {
    if (block.overlong() > 0) {
      add(null, block.firstLine(), block.offset());
      return;
    }
    new TypeSniffer()
        .sniff(
            block,
            (lineType, number, at) -> add(lineType, number, block.offset() + at - block.start()));
  }

  /**
   * Takes the next line.
   *
   * @param lineType null if it can't be told
   * @param number of the line, from 1
   * @param offset of its first byte in the uncompressed file
   */
  public void add(RecordType lineType, long number, long offset) {
    if (start == null || lineType != type) {
      LineCursor here = new LineCursor(number, offset);
      close(here);
      start = here;
      type = lineType;
      records = 0;
    }
    records++;
  }

  /** All runs, once every line was taken. */
  public List<Range> end() {
    close(null);
    return runs;
  }

  private void close(LineCursor end) {
    if (start != null) {
      runs.add(new Range(type, start.toString(), end == null ? null : end.toString(), records));
    }
  }
}
