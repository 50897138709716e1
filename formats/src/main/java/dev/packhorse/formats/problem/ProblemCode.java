package dev.packhorse.formats.problem;

/**
 * The stable name of one kind of problem, such as {@code post.message.too-long}.
 *
 * <p>Implemented by one enum per package that raises problems. Every code has a page {@code
 * docs/reference/problems/CODE.md}; the page holds the sentence, the hint, the rules it stands for
 * and the key of the Mattermost server, and is part of the jar (see {@link Catalogue}).
 */
public interface ProblemCode {
  /** Lower-case words joined by dots and hyphens; a promise to scripts, never renamed. */
  String code();

  /** The severity unless the finder says otherwise (a rule may be milder for an older server). */
  Severity severity();
}
