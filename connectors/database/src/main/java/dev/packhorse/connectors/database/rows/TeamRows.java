package dev.packhorse.connectors.database.rows;

/** Columns of teams.sql, in its order. */
final class TeamRows {
  static final int ID = 0;
  static final int NAME = 1;
  static final int DISPLAY_NAME = 2;
  static final int TYPE = 3;
  static final int DESCRIPTION = 4;
  static final int ALLOW_OPEN_INVITE = 5;
  static final int SCHEME_ID = 6;
  static final int DELETE_AT = 7;

  private TeamRows() {}
}
