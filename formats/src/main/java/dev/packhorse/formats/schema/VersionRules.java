package dev.packhorse.formats.schema;

import static dev.packhorse.formats.schema.DefinitionProblem.VERSION_MISSING;
import static dev.packhorse.formats.schema.DefinitionProblem.VERSION_REPEATED;
import static dev.packhorse.formats.schema.DefinitionProblem.VERSION_SECOND_LINE;
import static dev.packhorse.formats.schema.DefinitionProblem.VERSION_UNSUPPORTED;

import dev.packhorse.formats.model.RecordType;
import dev.packhorse.formats.model.Version;
import dev.packhorse.formats.problem.Findings;

/** V-VER-01 to V-VER-03, and V-LINE-01 for a version line that comes late. */
final class VersionRules {
  private VersionRules() {}

  static void first(RecordType type, Findings out) {
    if (type != RecordType.VERSION) {
      out.report(VERSION_MISSING, "");
    }
  }

  /**
   * @param version null if the line says no more than its type
   */
  static void check(Version version, long lineNumber, Findings out) {
    if (lineNumber == 2) {
      out.report(VERSION_SECOND_LINE, "");
    } else if (lineNumber > 2) {
      out.report(VERSION_REPEATED, "", lineNumber);
    } else if (version == null || version.version() == null) {
      out.report(VERSION_MISSING, "/version");
    } else if (version.version() != 1) {
      out.report(VERSION_UNSUPPORTED, "/version", version.version());
    }
  }
}
