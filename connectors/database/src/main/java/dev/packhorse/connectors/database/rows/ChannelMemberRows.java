package dev.packhorse.connectors.database.rows;

/** Columns of channelmembers.sql, in its order. */
final class ChannelMemberRows {
  static final int USER_ID = 0;
  static final int CHANNEL_ID = 1;
  static final int ROLES = 2;
  static final int SCHEME_ADMIN = 4;
  static final int LAST_VIEWED_AT = 6;
  static final int MSG_COUNT = 7;
  static final int MSG_COUNT_ROOT = 8;
  static final int MENTION_COUNT = 9;
  static final int MENTION_COUNT_ROOT = 10;
  static final int URGENT_MENTION_COUNT = 11;
  static final int NOTIFY_PROPS = 12;

  private ChannelMemberRows() {}
}
