package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.MessageEntry.CHANNEL;
import static dev.packhorse.formats.schema.MessageEntry.HAS_FILES;
import static dev.packhorse.formats.schema.MessageEntry.ON_TARGET;

import java.io.IOException;

/** Goes through entries sorted by identity and line, and hands on those that are not the first. */
final class MessageGroups implements EntrySorter.Visitor {
  static final int EQUAL_LINE = 1;
  static final int SAME_MESSAGE = 2;
  static final int WITHOUT_FILES = 3;
  static final int SAME_CHANNEL = 4;
  static final int CONTINUED = 5;

  /** Of a group with more different lines the last ones are remembered. */
  private static final int MOST_DIGESTS = 64;

  private final EntrySorter found;
  private final long[] digests = new long[MOST_DIGESTS];
  private long identity;
  private int members;
  private int seen;
  private long firstLine;
  private boolean files;
  private long lastLine;
  private long lastRoot;

  /**
   * @param found takes line, first line, reply, offset and kind of each finding
   */
  MessageGroups(EntrySorter found) {
    this.found = found;
  }

  @Override
  public void entry(long id, long digest, long line, long offset, long meta) throws IOException {
    if (id != identity || members == 0) {
      identity = id;
      members = 0;
      seen = 0;
      firstLine = 0;
      files = false;
      lastLine = 0;
    }
    if (!MessageEntry.has(meta, ON_TARGET)) {
      compare(digest, line, offset, meta);
    }
    files |= MessageEntry.has(meta, HAS_FILES);
    members++;
  }

  private void compare(long digest, long line, long offset, long meta) throws IOException {
    boolean root = MessageEntry.reply(meta) == 0;
    boolean known = isSeen(digest);
    if (firstLine != 0) {
      boolean equal = known && firstLine != line;
      if (!equal) {
        report(line, offset, meta, kind(line, meta, root));
      } else if (root) {
        report(line, offset, meta, EQUAL_LINE);
      }
    } else {
      firstLine = line;
    }
    // A line equal to an earlier one says nothing new about files.
    if (files && root && !MessageEntry.has(meta, HAS_FILES) && !known) {
      report(line, offset, meta, WITHOUT_FILES, firstLine == line ? 0 : firstLine);
    }
    if (root) {
      lastLine = line;
      lastRoot = meta;
    }
    if (!known) {
      digests[seen++ % MOST_DIGESTS] = digest;
    }
  }

  private int kind(long line, long meta, boolean root) {
    if (MessageEntry.has(meta, CHANNEL)) {
      return SAME_CHANNEL;
    }
    boolean next = root && lastLine != 0 && line == lastLine + 1;
    return next && MessageEntry.oneThread(meta, lastRoot) ? CONTINUED : SAME_MESSAGE;
  }

  private void report(long line, long offset, long meta, int kind) throws IOException {
    report(line, offset, meta, kind, firstLine);
  }

  private void report(long line, long offset, long meta, int kind, long earlier)
      throws IOException {
    long told = MessageEntry.withKind(meta, kind);
    found.add(line, earlier, MessageEntry.reply(meta), offset, told);
  }

  private boolean isSeen(long digest) {
    for (int i = 0; i < Math.min(seen, MOST_DIGESTS); i++) {
      if (digests[i] == digest) {
        return true;
      }
    }
    return false;
  }
}
