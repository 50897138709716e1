package dev.packhorse.connectors.database.rows;

/** Columns of roles.sql, in its order. */
final class RoleRows {
  static final int NAME = 0;
  static final int DISPLAY_NAME = 1;
  static final int DESCRIPTION = 2;
  static final int PERMISSIONS = 3;
  static final int SCHEME_MANAGED = 4;
  static final int DELETE_AT = 5;

  private RoleRows() {}
}
