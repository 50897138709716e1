package dev.packhorse.connectors.database.rows;

import static dev.packhorse.formats.problem.Severity.INFO;
import static dev.packhorse.formats.problem.Severity.WARNING;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.Severity;

/** What rows of a real database turn out to hold. */
public enum DataProblem implements ProblemCode {
  USER_MISSING("data.user.missing", WARNING),
  USER_NONE("data.user.none", WARNING),
  USERNAME_CHANGED("data.username.changed", WARNING),
  MEMBER_MISSING("data.member.missing", WARNING),
  CHANNEL_MISSING("data.channel.missing", WARNING),
  ROOT_MISSING("data.root.missing", WARNING),
  REPLY_ELSEWHERE("data.reply.elsewhere", WARNING),
  THREAD_SPLIT("data.thread.split", WARNING),
  JSON_INVALID("data.json.invalid", WARNING),
  TEXT_NUL("data.text.nul", WARNING),
  VALUE_UNKNOWN("data.value.unknown", WARNING),
  ROLE_UNKNOWN("data.role.unknown", WARNING),
  TWIN("data.post.twin", INFO),
  TIME_MENDED("data.time.mended", INFO),
  FILE_MISSING("data.file.missing", WARNING),
  FILE_UNKNOWN("data.file.unknown", WARNING),
  PICTURE_BROKEN("data.picture.broken", WARNING),
  EMAIL_MADE("data.email.made", WARNING),
  NAME_MADE("data.name.made", WARNING),
  CHANNEL_HOMELESS("data.channel.homeless", WARNING),
  FILE_UNREADABLE("data.file.unreadable", WARNING),
  FILE_PATH_UNSAFE("data.file.path-unsafe", WARNING),
  TABLE_NOT_COUNTED("data.table.not-counted", INFO),
  TABLE_NOT_SEEN("data.table.not-seen", WARNING),
  TABLES_UNKNOWN("data.schema.tables-unknown", INFO),
  COLUMNS_UNKNOWN("data.schema.columns-unknown", INFO),
  MORE("data.more", WARNING);

  private final String code;
  private final Severity severity;

  DataProblem(String code, Severity severity) {
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
