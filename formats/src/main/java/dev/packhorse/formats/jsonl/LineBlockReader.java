package dev.packhorse.formats.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into blocks of whole lines. A line stays in one block however long it is, up to the
 * importer's limit; beyond it the bytes are passed over and only their number is kept, so memory is
 * bounded for any input. Not thread-safe.
 */
public final class LineBlockReader implements Closeable {
  /**
   * Longest line an importer reads, in bytes without the line feed (bulk-format reference 1.1,
   * V-FILE-06).
   */
  public static final int LONGEST_LINE = 16 * 1024 * 1024 - 1;

  /** Size of a block in bytes, when lines are shorter than that. */
  public static final int BLOCK_SIZE = 256 * 1024;

  private final InputStream in;
  private final String file;
  private final int blockSize;
  private long line;
  private long offset;

  /** Bytes read beyond the last block: the beginning of the next. */
  private byte[] rest = new byte[0];

  private boolean ended;

  /**
   * @param in uncompressed bytes from {@code offset} on; closed with this reader
   * @param file name for places
   * @param line number of the first line to come, from 1
   * @param offset byte offset in the file of the first byte of {@code in}
   */
  public LineBlockReader(InputStream in, String file, long line, long offset) {
    this(in, file, line, offset, BLOCK_SIZE);
  }

  public LineBlockReader(InputStream in, String file, long line, long offset, int blockSize) {
    this.in = in;
    this.file = file;
    this.line = line;
    this.offset = offset;
    this.blockSize = blockSize;
  }

  /**
   * The next block, or null at the end of the file.
   *
   * @throws IOException if the stream can't be read; what was read before it is lost to this reader
   */
  public LineBlock next() throws IOException {
    byte[] buffer = Arrays.copyOf(rest, Math.max(blockSize, rest.length));
    int filled = rest.length;
    rest = new byte[0];
    int searched = 0;
    while (true) {
      filled = fill(buffer, filled);
      int last = Bytes.lastLineFeed(buffer, searched, filled);
      if (last >= 0 && last >= searched) {
        rest = Arrays.copyOfRange(buffer, last + 1, filled);
        return block(buffer, last + 1);
      }
      if (ended) {
        return filled == 0 ? null : lastBlock(buffer, filled);
      }
      if (filled > LONGEST_LINE) {
        return passOver(filled);
      }
      searched = filled;
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LONGEST_LINE + 1));
    }
  }

  private LineBlock lastBlock(byte[] buffer, int filled) {
    if (filled > LONGEST_LINE) {
      return overlong(filled);
    }
    int lines = Bytes.countLineFeeds(buffer, 0, filled) + 1;
    return advance(new LineBlock(file, buffer, 0, filled, line, lines, offset, 0));
  }

  private LineBlock block(byte[] buffer, int end) {
    int lines = Bytes.countLineFeeds(buffer, 0, end);
    return advance(new LineBlock(file, buffer, 0, end, line, lines, offset, 0));
  }

  /** Reads to the next line feed without keeping what it reads. */
  private LineBlock passOver(long already) throws IOException {
    byte[] scratch = new byte[blockSize];
    long length = already;
    while (true) {
      int filled = fill(scratch, 0);
      int feed = Bytes.lineFeed(scratch, 0, filled);
      if (feed < filled) {
        rest = Arrays.copyOfRange(scratch, feed + 1, filled);
        return overlong(length + feed + 1);
      }
      length += filled;
      if (ended) {
        return overlong(length);
      }
    }
  }

  private LineBlock overlong(long length) {
    return advance(new LineBlock(file, new byte[0], 0, 0, line, 1, offset, length));
  }

  private LineBlock advance(LineBlock block) {
    line = block.endLine();
    offset = block.endOffset();
    return block;
  }

  private int fill(byte[] buffer, int from) throws IOException {
    int filled = from;
    while (filled < buffer.length && !ended) {
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        ended = true;
      } else {
        filled += read;
      }
    }
    return filled;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
