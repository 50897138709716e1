package dev.packhorse.connectors.database.rows;

/** Columns of threadmemberships.sql, in its order. */
final class FollowerRows {
  static final int POST_ID = 0;
  static final int USER_ID = 1;
  static final int FOLLOWING = 2;
  static final int LAST_VIEWED = 3;
  static final int UNREAD_MENTIONS = 4;

  private FollowerRows() {}
}
