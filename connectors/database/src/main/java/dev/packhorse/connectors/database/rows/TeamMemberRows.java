package dev.packhorse.connectors.database.rows;

/** Columns of teammembers.sql, in its order. */
final class TeamMemberRows {
  static final int USER_ID = 0;
  static final int TEAM_ID = 1;
  static final int ROLES = 2;
  static final int SCHEME_ADMIN = 4;
  static final int DELETE_AT = 6;

  private TeamMemberRows() {}
}
