package dev.packhorse.formats.schema;

import dev.packhorse.formats.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** The codes that the schema raises. */
public final class SchemaProblems {
  private SchemaProblems() {}

  /** All codes; each has a page. */
  public static List<ProblemCode> all() {
    List<ProblemCode> codes = new ArrayList<>();
    codes.addAll(List.of(DefinitionProblem.values()));
    codes.addAll(List.of(AccountProblem.values()));
    codes.addAll(List.of(MessageProblem.values()));
    codes.addAll(List.of(ReferenceProblem.values()));
    return List.copyOf(codes);
  }
}
