package dev.packhorse.connectors.database.rows;

/** Columns of schemes.sql, in its order. */
final class SchemeRows {
  static final int ID = 0;
  static final int NAME = 1;
  static final int DISPLAY_NAME = 2;
  static final int DESCRIPTION = 3;
  static final int SCOPE = 4;
  static final int DELETE_AT = 5;
  static final int DEFAULT_TEAM_ADMIN_ROLE = 6;

  private SchemeRows() {}
}
