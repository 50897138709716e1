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
  NOT_FOUND("archive.not-found", ERROR),
  NOT_READABLE("archive.not-readable", ERROR),
  UNSUPPORTED_FORM("archive.form.unsupported", ERROR),
  MISNAMED("archive.form.misnamed", INFO),
  NOT_A_ZIP("archive.not-a-zip", ERROR),
  CUT_OFF("archive.cut-off", ERROR),
  DAMAGED("archive.damaged", ERROR),
  TRAILING_BYTES("archive.trailing-bytes", ERROR),
  BYTES_BEFORE("archive.zip.bytes-before", WARNING),
  BYTES_BEHIND("archive.zip.bytes-behind", WARNING),
  WRAPPED("archive.wrapped", INFO),
  DOT_NAMES("archive.dot-names", INFO),
  OVERLAPPING("archive.overlapping-entries", ERROR),
  MORE_PROBLEMS("archive.more-problems", WARNING),
  LINES_MISSING("archive.lines.missing", ERROR),
  LINES_BAD_NAME("archive.lines.bad-name", ERROR),
  LINES_SEVERAL("archive.lines.several", WARNING),
  LINES_SHORTER("archive.lines.shorter", ERROR),
  BOMB_RATIO("archive.bomb.ratio", ERROR),
  BOMB_ENTRIES("archive.bomb.entries", ERROR),
  BOMB_SIZE("archive.bomb.size", ERROR),
  ENTRY_PATH_ESCAPES("archive.entry.path-escapes", ERROR),
  ENTRY_CONTROL_CHARACTERS("archive.entry.control-characters", ERROR),
  ENTRY_BACKSLASH("archive.entry.backslash", WARNING),
  ENTRY_NAME_NOT_UTF8("archive.entry.name-not-utf8", WARNING),
  ENTRY_DUPLICATE("archive.entry.duplicate", WARNING),
  ENTRY_NOT_READABLE("archive.entry.not-readable", ERROR),
  ENTRY_SYMLINK("archive.entry.symlink", ERROR),
  ENTRY_NOT_A_FILE("archive.entry.not-a-file", WARNING),
  ENTRY_ENCRYPTED("archive.entry.encrypted", ERROR),
  ENTRY_UNSUPPORTED_METHOD("archive.entry.unsupported-method", ERROR),
  ENTRY_HEADERS_DISAGREE("archive.entry.headers-disagree", ERROR),
  ENTRY_WRONG_CRC("archive.entry.wrong-crc", ERROR),
  ENTRY_WRONG_SIZE("archive.entry.wrong-size", ERROR),
  ENTRY_DAMAGED("archive.entry.damaged", ERROR),
  MARK_LOST("archive.mark-lost", ERROR),
  TARGET_NAME("archive.target.bad-name", ERROR);

  private final String code;
  private final Severity severity;

  ArchiveProblem(String code, Severity severity) {
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

  Problem in(String file, Object... arguments) {
    return Problem.of(this, Place.file(file), arguments);
  }

  ProblemException thrown(String file, Object... arguments) {
    return new ProblemException(in(file, arguments));
  }
}
