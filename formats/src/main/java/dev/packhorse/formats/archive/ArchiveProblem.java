package dev.packhorse.formats.archive;

import static dev.packhorse.formats.problem.Severity.ERROR;
import static dev.packhorse.formats.problem.Severity.INFO;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import dev.packhorse.formats.problem.Severity;

/**
 * What can be wrong with an archive as a file.
 *
 * <p>An error about the whole archive or its lines is thrown; an error about an entry means that
 * this entry can't be read; with a warning something is read, but not as its maker may think.
 */
public enum ArchiveProblem implements ProblemCode {
  NOT_FOUND("archive.not-found", ERROR, 0),
  NOT_READABLE("archive.not-readable", ERROR, 0),
  UNSUPPORTED_FORM("archive.form.unsupported", ERROR, 1),
  MISNAMED("archive.form.misnamed", INFO, 2),
  NOT_A_ZIP("archive.not-a-zip", ERROR, 0),
  CUT_OFF("archive.cut-off", ERROR, 0),
  DAMAGED("archive.damaged", ERROR, 0),
  TRAILING_BYTES("archive.trailing-bytes", ERROR, 0),
  BYTES_BEFORE("archive.zip.bytes-before", WARNING, 1),
  BYTES_BEHIND("archive.zip.bytes-behind", WARNING, 1),
  WRAPPED("archive.wrapped", INFO, 1),
  DOT_NAMES("archive.dot-names", INFO, 0),
  OVERLAPPING("archive.overlapping-entries", ERROR, 1),
  MORE_PROBLEMS("archive.more-problems", WARNING, 2),
  LINES_MISSING("archive.lines.missing", ERROR, 0),
  LINES_BAD_NAME("archive.lines.bad-name", ERROR, 1),
  LINES_SEVERAL("archive.lines.several", WARNING, 2),
  LINES_SHORTER("archive.lines.shorter", ERROR, 2),
  BOMB_RATIO("archive.bomb.ratio", ERROR, 2),
  BOMB_ENTRIES("archive.bomb.entries", ERROR, 1),
  BOMB_SIZE("archive.bomb.size", ERROR, 1),
  ENTRY_PATH_ESCAPES("archive.entry.path-escapes", ERROR, 1),
  ENTRY_CONTROL_CHARACTERS("archive.entry.control-characters", ERROR, 1),
  ENTRY_BACKSLASH("archive.entry.backslash", WARNING, 1),
  ENTRY_NAME_NOT_UTF8("archive.entry.name-not-utf8", WARNING, 1),
  ENTRY_DUPLICATE("archive.entry.duplicate", WARNING, 1),
  ENTRY_NOT_READABLE("archive.entry.not-readable", ERROR, 1),
  ENTRY_SYMLINK("archive.entry.symlink", ERROR, 1),
  ENTRY_NOT_A_FILE("archive.entry.not-a-file", WARNING, 1),
  ENTRY_ENCRYPTED("archive.entry.encrypted", ERROR, 1),
  ENTRY_UNSUPPORTED_METHOD("archive.entry.unsupported-method", ERROR, 2),
  ENTRY_HEADERS_DISAGREE("archive.entry.headers-disagree", ERROR, 1),
  ENTRY_WRONG_CRC("archive.entry.wrong-crc", ERROR, 1),
  ENTRY_WRONG_SIZE("archive.entry.wrong-size", ERROR, 1),
  ENTRY_DAMAGED("archive.entry.damaged", ERROR, 1),
  MARK_LOST("archive.mark-lost", ERROR, 0),
  TARGET_NAME("archive.target.bad-name", ERROR, 1);

  private final String code;
  private final Severity severity;
  private final int details;

  /**
   * @param details how many values its sentence takes besides the archive's name
   */
  ArchiveProblem(String code, Severity severity, int details) {
    this.code = code;
    this.severity = severity;
    this.details = details;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  int details() {
    return details;
  }

  /**
   * The problem in an archive, which is {@code {0}} of the sentence.
   *
   * @param others {@code {1}} and so on
   */
  Problem in(String archive, Object... others) {
    if (others.length != details) {
      throw new IllegalArgumentException(code + " takes " + details + " values");
    }
    Object[] arguments = new Object[details + 1];
    arguments[0] = archive;
    System.arraycopy(others, 0, arguments, 1, details);
    return Problem.of(this, Place.file(archive), arguments);
  }

  ProblemException thrown(String archive, Object... others) {
    return new ProblemException(in(archive, others));
  }
}
