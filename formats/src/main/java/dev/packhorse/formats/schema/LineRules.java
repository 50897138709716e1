package dev.packhorse.formats.schema;

import dev.packhorse.formats.model.BulkRecord;
import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.problem.Findings;

/**
 * The rules that one line can break by itself, for one target. Stateless; many threads may share an
 * instance.
 */
public final class LineRules {
  private final TargetProfile target;

  public LineRules(TargetProfile target) {
    this.target = target;
  }

  /**
   * Reports everything that is wrong with a line; a server would name the first only.
   *
   * @param type null if the format knows no such type, which the reader has reported
   * @param typeWord the word that stood in the line's {@code type}; may be null
   * @param lineNumber from 1; the first line must be the version line
   * @param record null if the payload is absent or null
   */
  public void check(
      RecordType type, String typeWord, long lineNumber, BulkRecord record, Findings out) {
    throw new UnsupportedOperationException("not yet for " + target.version());
  }
}
