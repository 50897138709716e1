package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.Findings;
import dev.packhorse.formats.problem.ProblemCode;

/** Checks that many types share. None allocates unless it reports. */
final class Check {
  private Check() {}

  static void present(Object value, ProblemCode missing, Findings out, String pointer) {
    if (value == null) {
      out.report(missing, pointer);
    }
  }

  /** At most so many code points; tells how many there are. */
  static void runes(String value, int limit, ProblemCode tooLong, Findings out, String pointer) {
    if (value != null && Texts.runesOver(value, limit)) {
      out.report(tooLong, pointer, Texts.runes(value), limit);
    }
  }

  /** At most so many UTF-8 bytes; tells how many there are. */
  static void bytes(String value, int limit, ProblemCode tooLong, Findings out, String pointer) {
    if (value != null && Texts.bytesOver(value, limit)) {
      out.report(tooLong, pointer, Texts.bytes(value), limit);
    }
  }

  /** T-16: the database has no room for U+0000 in a text. */
  static void nul(String value, Findings out, String pointer) {
    if (value != null && value.indexOf('\0') >= 0) {
      out.report(DefinitionProblem.TEXT_NUL, pointer);
    }
  }

  /** T-16: for texts that the server also rids of some invisible characters. */
  static void name(String value, Findings out, String pointer) {
    if (value == null) {
      return;
    }
    nul(value, out, pointer);
    int stripped = Texts.strippedCharacter(value);
    if (stripped >= 0) {
      out.report(
          DefinitionProblem.TEXT_STRIPPED_CHARACTERS, pointer, String.format("U+%04X", stripped));
    }
  }

  /** T-12: the server folds the name of a definition, but not the references to it. */
  static void lowerCase(String name, Findings out, String pointer) {
    if (name != null) {
      String folded = Texts.fold(name);
      if (!folded.equals(name)) {
        out.report(DefinitionProblem.NAME_UPPER_CASE, pointer, name, folded);
      }
    }
  }

  /** One of a few words; absent is fine. */
  static boolean isOneOf(String value, String[] words) {
    if (value == null) {
      return true;
    }
    for (String word : words) {
      if (word.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
