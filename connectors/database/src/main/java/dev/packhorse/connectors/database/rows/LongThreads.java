package dev.packhorse.connectors.database.rows;

import dev.packhorse.formats.model.BulkRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A thread is one line, and a line may have 16 MiB (bulk-format.md 1.1). A longer one becomes
 * several lines with the same root, which importers take for the same message if they have it
 * already: each adds its replies, reactions, followers and those who saved it (3.3). All of them
 * name the root's files, since a line that does not would remove them (T-06).
 */
final class LongThreads {
  private static final int LIMIT = (16 << 20) - 1024;

  /** Length of a record as a line. */
  @FunctionalInterface
  interface Size {
    int of(BulkRecord record) throws IOException;
  }

  private LongThreads() {}

  static List<BulkRecord> pieces(BulkRecord record, Size size, Supplier<String> id, Notes notes)
      throws IOException {
    ThreadPiece all = ThreadPiece.all(record);
    if (!all.tooManyReplies() && (surelyShort(all) || size.of(record) <= LIMIT)) {
      return List.of(record);
    }
    List<BulkRecord> pieces = new ArrayList<>();
    split(record, all, size, pieces);
    if (pieces.size() > 1) {
      notes.add(
          DataProblem.THREAD_SPLIT, "Posts", id.get(), "", all.replies().size(), pieces.size());
    }
    return pieces;
  }

  /** The root's text and files are far below the rest. */
  private static boolean surelyShort(ThreadPiece piece) {
    return piece.ofReplies() + piece.onRoot() < LIMIT / 4;
  }

  private static void split(BulkRecord record, ThreadPiece piece, Size size, List<BulkRecord> to)
      throws IOException {
    BulkRecord line = piece.of(record);
    if (!piece.tooManyReplies() && size.of(line) <= LIMIT) {
      to.add(line);
      return;
    }
    List<ThreadPiece> halves = piece.halves();
    if (halves.isEmpty()) {
      to.add(line); // one reply alone is too long; the survey refuses it
    }
    for (ThreadPiece half : halves) {
      split(record, half, size, to);
    }
  }
}
