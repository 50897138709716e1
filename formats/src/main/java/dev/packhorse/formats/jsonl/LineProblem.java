package dev.packhorse.formats.jsonl;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/** What can be wrong with a line before anybody asks what it means. */
public enum LineProblem implements ProblemCode {
  TOO_LONG("line.too-long", Severity.ERROR),
  BLANK("line.blank", Severity.ERROR),
  NOT_JSON("line.not-json", Severity.ERROR),
  NOT_AN_OBJECT("line.not-an-object", Severity.ERROR),
  TRAILING_TEXT("line.trailing-text", Severity.ERROR),
  BYTE_ORDER_MARK("line.byte-order-mark", Severity.ERROR),
  UNKNOWN_TYPE("line.type.unknown", Severity.ERROR),
  MISSING_TYPE("line.type.missing", Severity.ERROR),
  WRONG_KIND("member.wrong-kind", Severity.ERROR),
  NUMBER_OUT_OF_RANGE("member.number.out-of-range", Severity.ERROR),
  BAD_TIME("member.time.malformed", Severity.ERROR),
  IMPRECISE_NUMBER("member.number.imprecise", Severity.WARNING),
  INVALID_UTF8("text.invalid-utf8", Severity.WARNING),
  LONE_SURROGATE("text.lone-surrogate", Severity.WARNING),
  REPEATED("member.repeated", Severity.WARNING),
  OTHER_CASE("member.other-case", Severity.INFO),
  UNKNOWN_MEMBER("member.unknown", Severity.INFO),
  REPEATED_TOO_OFTEN("member.repeated-too-often", Severity.ERROR),
  TOO_MANY_PARTS("line.too-many-parts", Severity.ERROR),
  MORE("line.more-problems", Severity.INFO);

  private final String code;
  private final Severity severity;

  LineProblem(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
