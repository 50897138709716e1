package dev.packhorse.engine.transform;

import dev.packhorse.formats.jsonl.LineProblem;
import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.DirectChannel;
import dev.packhorse.formats.model.DirectPost;
import dev.packhorse.formats.model.Emoji;
import dev.packhorse.formats.model.Post;
import dev.packhorse.formats.model.User;
import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.schema.FileLookup;
import dev.packhorse.formats.schema.TargetProfile;

/** All repairs of single records, in the order in which they are made. Stateless, thread-safe. */
public final class Repairs {
  private final References references = new References();
  private final Paths paths;
  private final Threads threads;
  private final Participants participants = new Participants();

  public Repairs(TargetProfile target, FileLookup files) {
    this.paths = new Paths(files, !target.linksFiles());
    this.threads = new Threads(target.maxPostSize());
  }

  /**
   * The mended record.
   *
   * @return the same instance if there is nothing to mend
   */
  public BulkRecord mend(BulkRecord record, Findings out) {
    if (record instanceof Post post) {
      return threads.mend(paths.mend(references.mend(post, out), out), out);
    }
    if (record instanceof DirectPost post) {
      return threads.mend(paths.mend(references.mend(post, out), out), out);
    }
    if (record instanceof User user) {
      return references.mend(paths.mend(user, out), out);
    }
    if (record instanceof DirectChannel channel) {
      return participants.mend(references.mend(channel, out), out);
    }
    if (record instanceof Emoji emoji) {
      return paths.mend(emoji, out);
    }
    return record;
  }

  /**
   * Whether a problem of reading vanishes when the line is written anew or left out. If it does,
   * the repair has been reported.
   */
  public static boolean mendsReading(Problem problem, Findings out) {
    if (problem.code() == LineProblem.BLANK) {
      out.report(Repair.EMPTY_LINE_DROPPED, "");
      return true;
    }
    if (problem.code() == LineProblem.BYTE_ORDER_MARK) {
      out.report(Repair.BYTE_ORDER_MARK_REMOVED, "");
      return true;
    }
    return false;
  }
}
